import DataLoader from "dataloader";
import type { EntityTarget, FindOptionsOrder, ObjectLiteral } from "typeorm";
import type { LoaderFactory, RequestContext } from "#platform/graphql/context.js";
import { type Read, readTogether } from "./read-together.js";

/** The row that has this value in the column; null where there is none. */
export function loadBy<E extends ObjectLiteral>(
  entity: EntityTarget<E>,
  column: keyof E & string,
): LoaderFactory<string, E | null> {
  return (context) =>
    new DataLoader<string, E | null>(async (keys) => {
      const byKey = await rowsByKey(context, { entity, column, keys, order: {} });
      return keys.map((key) => (byKey.get(key)?.[0] as E | undefined) ?? null);
    });
}

/** All rows that share a value of this column. */
export function loadListBy<E extends ObjectLiteral>(
  entity: EntityTarget<E>,
  column: keyof E & string,
  order: FindOptionsOrder<E>,
): LoaderFactory<string, E[]> {
  return (context) =>
    new DataLoader<string, E[]>(async (keys) => {
      const byKey = await rowsByKey(context, { entity, column, keys, order });
      return keys.map((key) => (byKey.get(key) as E[] | undefined) ?? []);
    });
}

/** Read in one statement with whatever else is asked for in the same tick. */
async function rowsByKey(
  context: RequestContext,
  read: Read,
): Promise<Map<string, ObjectLiteral[]>> {
  const byKey = new Map<string, ObjectLiteral[]>();
  for (const row of await context.loader(readTogether).load(read)) {
    const key = row[read.column] as string;
    const siblings = byKey.get(key);
    if (siblings) siblings.push(row);
    else byKey.set(key, [row]);
  }
  return byKey;
}
