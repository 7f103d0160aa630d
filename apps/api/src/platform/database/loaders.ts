import DataLoader from "dataloader";
import { type EntityTarget, type FindOptionsOrder, In, type ObjectLiteral } from "typeorm";
import type { LoaderFactory } from "#platform/graphql/context.js";

/** One statement for all the rows of a request that are asked for by this column. */
export function loadBy<E extends ObjectLiteral>(
  entity: EntityTarget<E>,
  column: keyof E & string,
): LoaderFactory<string, E | null> {
  return ({ platform }) =>
    new DataLoader<string, E | null>(async (keys) => {
      const rows = await platform.database
        .getRepository(entity)
        .find({ where: { [column]: In([...keys]) } as never });
      const byKey = new Map(rows.map((row) => [row[column] as string, row]));
      return keys.map((key) => byKey.get(key) ?? null);
    });
}

/** The same for lists: all rows that share a value of this column. */
export function loadListBy<E extends ObjectLiteral>(
  entity: EntityTarget<E>,
  column: keyof E & string,
  order: FindOptionsOrder<E>,
): LoaderFactory<string, E[]> {
  return ({ platform }) =>
    new DataLoader<string, E[]>(async (keys) => {
      const rows = await platform.database
        .getRepository(entity)
        .find({ where: { [column]: In([...keys]) } as never, order });
      const byKey = new Map<string, E[]>();
      for (const row of rows) {
        const key = row[column] as string;
        byKey.set(key, [...(byKey.get(key) ?? []), row]);
      }
      return keys.map((key) => byKey.get(key) ?? []);
    });
}
