import type { MigrationInterface, QueryRunner } from "typeorm";

/** Terms are announced before they hold; those that exist held from when they were published. */
const statements = [
  `ALTER TABLE "money_terms" ADD "in_force_from" TIMESTAMP WITH TIME ZONE`,
  `ALTER TABLE money_terms DISABLE TRIGGER refuse_change`,
  `UPDATE money_terms SET in_force_from = published_at`,
  `ALTER TABLE money_terms ENABLE TRIGGER refuse_change`,
  `ALTER TABLE "money_terms" ALTER COLUMN "in_force_from" SET DEFAULT now()`,
  `ALTER TABLE "money_terms" ALTER COLUMN "in_force_from" SET NOT NULL`,
  `ALTER TABLE "money_terms" ADD CONSTRAINT "money_terms_not_backdated" CHECK (in_force_from >= published_at)`,
];

export class TermsFromADate1764113000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error("What was agreed from when is not taken back.");
  }
}
