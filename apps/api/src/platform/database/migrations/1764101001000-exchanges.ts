import type { MigrationInterface, QueryRunner } from "typeorm";
import { guardExchanges } from "./guards/exchanges.js";

/** Returns that bring goods instead of money, and the orders made for them. */
const statements = [
  `ALTER TABLE "orders" ADD "exchange_return_id" text`,
  `ALTER TABLE "orders" ADD "exchanged_minor" bigint NOT NULL DEFAULT '0'`,
  `ALTER TABLE "returns" ADD "kind" text NOT NULL DEFAULT 'REFUND'`,
  `ALTER TABLE "returns" ADD "wish" text`,
  `CREATE UNIQUE INDEX "IDX_6ae76f16df53513113c4d55952" ON "orders"  ("exchange_return_id") `,
  `ALTER TABLE "returns" ADD CONSTRAINT "returns_kind" CHECK (kind IN ('REFUND', 'EXCHANGE', 'REPLACEMENT'))`,
  `ALTER TABLE "orders" ADD CONSTRAINT "FK_6ae76f16df53513113c4d559525" FOREIGN KEY ("exchange_return_id") REFERENCES "returns"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "orders" DROP CONSTRAINT "orders_refunds_within_captured"`,
  `ALTER TABLE "orders" ADD CONSTRAINT "orders_refunds_within_captured" CHECK (refund_reserved_minor >= 0 AND exchanged_minor >= 0 AND refund_reserved_minor + exchanged_minor <= captured_minor)`,
];

export class Exchanges1764101001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    await runner.query(guardExchanges);
  }

  async down(): Promise<void> {
    throw new Error("What was exchanged is not undone.");
  }
}
