import DataLoader from "dataloader";
import type {
  DataSource,
  EntityMetadata,
  EntityTarget,
  FindOptionsOrder,
  ObjectLiteral,
} from "typeorm";
import type { ColumnMetadata } from "typeorm/metadata/ColumnMetadata.js";
import type { LoaderFactory } from "#platform/graphql/context.js";
import { gathered } from "./gathered.js";

/** All rows of an entity that have one of these values in a column. */
export interface Read {
  entity: EntityTarget<ObjectLiteral>;
  column: string;
  keys: readonly string[];
  order: FindOptionsOrder<ObjectLiteral>;
}

/**
 * Reads of any number of tables that are asked for in the same tick, in one statement: each level
 * of a query's tree then costs one round trip, however many kinds of things it shows.
 */
export const readTogether: LoaderFactory<Read, ObjectLiteral[]> = (context) =>
  new DataLoader<Read, ObjectLiteral[]>(
    async (reads) => {
      const { database } = context.platform;
      const texts = reads.map((read) => textOf(database, read));
      const rows = await gathered(context, "rows", texts, async (all) => {
        const lists = await readAll(database, all.map(readOf));
        return new Map(all.map((text, index) => [text, lists[index] ?? []]));
      });
      return texts.map((text) => rows.get(text) ?? []);
    },
    { cache: false },
  );

/** A read as text, by which readers at one moment find that they want the same. */
const textOf = (database: DataSource, { entity, column, keys, order }: Read) =>
  JSON.stringify({ entity: database.getMetadata(entity).tableName, column, keys, order });
const readOf = (text: string): Read => JSON.parse(text);

async function readAll(database: DataSource, reads: Read[]): Promise<ObjectLiteral[][]> {
  const metadata = reads.map(({ entity }) => database.getMetadata(entity));
  const lists = reads.map((read, index) => listOf(read, metadata[index], index + 1));
  const [row] = await database.query(
    `SELECT ${lists.join(",\n")}`,
    reads.map(({ keys }) => [...keys]),
  );
  return metadata.map((table, index) => {
    const rows: ObjectLiteral[] = row[`list${index + 1}`] ?? [];
    return rows.map((json) => hydrated(table, json));
  });
}

function listOf({ column, order }: Read, table: EntityMetadata | undefined, number: number) {
  const name = (property: string) =>
    `"${table?.findColumnWithPropertyName(property)?.databaseName ?? property}"`;
  const by = Object.entries(order).map(([property, way]) => `t.${name(property)} ${way}`);
  const sorted = by.length > 0 ? ` ORDER BY ${by.join(", ")}` : "";
  return `(SELECT json_agg(t${sorted}) FROM "${table?.tableName}" t
    WHERE t.${name(column)} = ANY($${number})) AS list${number}`;
}

/** A row as PostgreSQL writes it in JSON, as the entity TypeORM would have made of it. */
function hydrated(table: EntityMetadata, json: ObjectLiteral): ObjectLiteral {
  const row = table.create() as ObjectLiteral;
  for (const column of table.columns) {
    row[column.propertyName] = cellOf(column, json[column.databaseName]);
  }
  return row;
}

function cellOf(column: ColumnMetadata, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (column.type === "timestamptz") return new Date(value as string);
  if (column.type === "bytea") return Buffer.from((value as string).slice(2), "hex");
  const { transformer } = column;
  return transformer && !Array.isArray(transformer) ? transformer.from(value) : value;
}
