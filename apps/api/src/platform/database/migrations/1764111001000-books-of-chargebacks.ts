import type { MigrationInterface, QueryRunner } from "typeorm";

/** A difference can be about a chargeback or a transfer, too. */
const statements = [
  `ALTER TABLE "drift_items" ADD "chargeback_id" text`,
  `ALTER TABLE "drift_items" ADD "payout_id" text`,
  `ALTER TABLE "drift_items" ADD CONSTRAINT "FK_151908fd403422ebd1c2edf1811" FOREIGN KEY ("chargeback_id") REFERENCES "chargebacks"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "drift_items" ADD CONSTRAINT "FK_1d2abb5da2be4b7c9554efdb02d" FOREIGN KEY ("payout_id") REFERENCES "refund_payouts"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];

export class BooksOfChargebacks1764111001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error("What was found stays found.");
  }
}
