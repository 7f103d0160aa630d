import { assert } from "@makegood/domain/assert";
import type { EntityManager, EntityTarget, ObjectLiteral } from "typeorm";

/**
 * Inserts rows of an entity in one statement, in their order, however many: they travel as one JSON
 * text. All name the same columns; what none names gets its default. Triggers and constraints see
 * each of them like any other row.
 */
export async function insertRows<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  rows: readonly Partial<T>[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const { tableName, columns } = manager.connection.getMetadata(entity);
  const named = columns.filter(({ propertyName }) => propertyName in first);
  const texts = rows.map((row) => {
    const cells = named.map(({ propertyName, databaseName }) => {
      const cell = row[propertyName];
      assert(cell !== undefined, "rows that are inserted together name the same columns");
      return [databaseName, cell];
    });
    return Object.fromEntries(cells);
  });
  const names = named.map(({ databaseName }) => `"${databaseName}"`);
  await manager.query(
    `INSERT INTO "${tableName}" (${names.join(", ")})
     SELECT ${names.map((name) => `r.${name}`).join(", ")}
     FROM json_populate_recordset(NULL::"${tableName}", $1::json) WITH ORDINALITY AS r
     ORDER BY r.ordinality`,
    [JSON.stringify(texts)],
  );
}
