import type { MigrationInterface, QueryRunner } from "typeorm";

/** A difference is what its books are about, too; and an accepted one hides no other of its subject. */
const statements = [
  `DROP INDEX "IDX_e4684a1231de8d7ea4454dbf42"`,
  `CREATE UNIQUE INDEX "drift_items_one_open" ON "drift_items" ("provider", "about", "kind", "subject") WHERE status <> 'ACCEPTED'`,
];

export class AcceptedDifferences1764201002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error("What was found stays found.");
  }
}
