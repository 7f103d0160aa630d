import type { MigrationInterface, QueryRunner } from "typeorm";

/** A difference has a date, and somebody who sees to it. */
const statements = [
  `ALTER TABLE "drift_items" ADD "due_by" TIMESTAMP WITH TIME ZONE`,
  // What was found before has the day that everything new has at least.
  `UPDATE "drift_items" SET "due_by" = "found_at" + interval '1 day'`,
  `ALTER TABLE "drift_items" ALTER "due_by" SET NOT NULL`,
  `ALTER TABLE "drift_items" ADD "assignee_id" text`,
  `ALTER TABLE "drift_items" ADD "escalated_at" TIMESTAMP WITH TIME ZONE`,
  `DROP INDEX "IDX_033932a975f45aa7dfea39b99f"`,
  `CREATE INDEX "IDX_3a31ef8d4b560eb1211708ecb5" ON "drift_items"  ("closed_at", "id") WHERE closed_at IS NOT NULL`,
  `CREATE INDEX "IDX_7f6fa7a7299a7a85b2c4fb891f" ON "drift_items"  ("due_by", "id") WHERE status IN ('OPEN', 'ACCEPTANCE_PROPOSED')`,
  `ALTER TABLE "drift_items" ADD CONSTRAINT "FK_365721eb63519279fd9c1f50007" FOREIGN KEY ("assignee_id") REFERENCES "people"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];

export class DriftHasADate1764111002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error("What was found stays found.");
  }
}
