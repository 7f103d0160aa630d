import type { MigrationInterface, QueryRunner } from "typeorm";

/** Reports list more than refunds: one table has their lines, and an item says what it is about. */
const statements = [
  // What was last reported is read anew by the next comparison.
  `DROP TABLE "reported_refunds"`,
  `CREATE TABLE "reported_items" ("provider" text NOT NULL, "about" text NOT NULL, "theirs_id" text NOT NULL, "run_id" text NOT NULL, "reference" text, "charge_id" text, "intent_id" text, "amount_minor" bigint NOT NULL, "given_back_minor" bigint NOT NULL DEFAULT '0', "currency" text NOT NULL, "status" text NOT NULL, "made_at" TIMESTAMP WITH TIME ZONE NOT NULL, "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL, "ours_id" text, CONSTRAINT "PK_b54dbb1e728e8f91c7822d42104" PRIMARY KEY ("provider", "about", "theirs_id"))`,
  `CREATE INDEX "IDX_9031eb9675a36c3da06e4c76fe" ON "reported_items"  ("run_id", "about", "ours_id", "theirs_id") `,
  `ALTER TABLE "drift_items" ADD "about" text NOT NULL DEFAULT 'REFUND'`,
  `ALTER TABLE "drift_items" ALTER "about" DROP DEFAULT`,
  `ALTER TABLE "drift_items" RENAME "provider_refund_id" TO "theirs_id"`,
];

export class BooksOfCharges1764111000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error("What was found stays found.");
  }
}
