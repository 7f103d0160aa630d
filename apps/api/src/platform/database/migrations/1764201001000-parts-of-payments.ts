import type { MigrationInterface, QueryRunner } from "typeorm";
import { guardPartsOfPayments } from "./guards/parts-of-payments.js";

/** A chargeback over a part of a payment holds back just that part, as a refund of its own. */
const statements = [
  `ALTER TABLE "chargebacks" ADD "buyer_repaid" boolean NOT NULL DEFAULT false`,
  `ALTER TABLE "refunds" ADD "split_from_id" text`,
  `DROP INDEX "IDX_eec6a36936289f1182f1a3470a"`,
  `DROP INDEX "IDX_a128f18ec7b8a4ef5d3c6b705c"`,
  `CREATE INDEX "IDX_eec6a36936289f1182f1a3470a" ON "refunds"  ("cancellation_id") `,
  `CREATE INDEX "IDX_a128f18ec7b8a4ef5d3c6b705c" ON "refunds"  ("return_id") `,
  `CREATE INDEX "IDX_d43ab7be3d7b1725ad29d504fd" ON "refunds"  ("split_from_id") `,
  `ALTER TABLE "refunds" ADD CONSTRAINT "FK_d43ab7be3d7b1725ad29d504fdd" FOREIGN KEY ("split_from_id") REFERENCES "refunds"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `CREATE UNIQUE INDEX "refunds_of_cancellation" ON "refunds" ("cancellation_id") WHERE split_from_id IS NULL`,
  `CREATE UNIQUE INDEX "refunds_of_return" ON "refunds" ("return_id") WHERE split_from_id IS NULL`,
];

export class PartsOfPayments1764201001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    await runner.query(guardPartsOfPayments);
  }

  async down(): Promise<void> {
    throw new Error("What banks took of a payment is not undone.");
  }
}
