import type { MigrationInterface, QueryRunner } from "typeorm";
import { guardLateTransfers } from "./guards/late-transfers.js";

/** What transfers pay twice is an incident, too, of each part that it was made for. */
const statements = [
  `CREATE TABLE "refund_payout_parts" ("payout_id" text NOT NULL, "allocation_id" text NOT NULL, CONSTRAINT "PK_d52449de216ac7ceec55f0538d9" PRIMARY KEY ("payout_id", "allocation_id"))`,
  `CREATE INDEX "IDX_04d036476526a3f785362389a9" ON "refund_payout_parts"  ("allocation_id") `,
  `ALTER TABLE "refund_payout_parts" ADD CONSTRAINT "FK_1e69690fcfa1dce211c32b72ae3" FOREIGN KEY ("payout_id") REFERENCES "refund_payouts"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "refund_payout_parts" ADD CONSTRAINT "FK_04d036476526a3f785362389a9f" FOREIGN KEY ("allocation_id") REFERENCES "refund_allocations"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  // Of a payout that another one replaced, the parts are known where they are still the same.
  `INSERT INTO "refund_payout_parts" ("payout_id", "allocation_id")
   SELECT p.id, a.id FROM refund_payouts p JOIN refund_allocations a ON a.refund_id = p.refund_id
   WHERE a.payout_id = p.id OR (a.payout_id IS NOT NULL AND p.amount_minor = (
     SELECT SUM(b.amount_minor) FROM refund_allocations b
     WHERE b.refund_id = p.refund_id AND b.payout_id IS NOT NULL))`,
  `ALTER TABLE "refund_incidents" ADD "allocation_id" text`,
  `ALTER TABLE "refund_incidents" ADD "payout_id" text`,
  `UPDATE "refund_incidents" i SET "allocation_id" = t.allocation_id FROM refund_attempts t WHERE t.id = i.attempt_id`,
  `ALTER TABLE "refund_incidents" ALTER COLUMN "allocation_id" SET NOT NULL`,
  `ALTER TABLE "refund_incidents" ALTER COLUMN "attempt_id" DROP NOT NULL`,
  `ALTER TABLE "refund_incidents" ADD CONSTRAINT "refund_incidents_paid_by" CHECK ((attempt_id IS NULL) <> (payout_id IS NULL))`,
  `CREATE INDEX "IDX_986839e3d6c7d056a2cf84bb7b" ON "refund_incidents"  ("allocation_id") `,
  `CREATE UNIQUE INDEX "refund_incidents_by_payout" ON "refund_incidents"  ("payout_id", "allocation_id") `,
  `ALTER TABLE "refund_incidents" ADD CONSTRAINT "FK_986839e3d6c7d056a2cf84bb7b1" FOREIGN KEY ("allocation_id") REFERENCES "refund_allocations"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "refund_incidents" ADD CONSTRAINT "FK_bed3a458bf99792e917398acfbf" FOREIGN KEY ("payout_id") REFERENCES "refund_payouts"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];

export class LateTransfers1764112001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    await runner.query(guardLateTransfers);
  }

  async down(): Promise<void> {
    throw new Error("What was paid, and how, is not undone.");
  }
}
