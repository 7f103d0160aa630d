import type { MigrationInterface, QueryRunner } from "typeorm";
import { guardChargebacks } from "./guards/chargebacks.js";

/** Chargebacks and what of each concerns which order, as the entities have them. */
const statements = [
  `CREATE TABLE "chargebacks" ("id" text NOT NULL, "payment_id" text NOT NULL, "provider" text NOT NULL, "provider_chargeback_id" text NOT NULL, "status" text NOT NULL, "amount_minor" bigint NOT NULL, "currency" text NOT NULL, "reason" text NOT NULL, "opened_at" TIMESTAMP WITH TIME ZONE NOT NULL, "evidence_due_by" TIMESTAMP WITH TIME ZONE, "closed_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "chargebacks_amount" CHECK (amount_minor > 0), CONSTRAINT "PK_64643c031958b172f11fa1bc9e4" PRIMARY KEY ("id"))`,
  `CREATE INDEX "IDX_21c50c5a6c22e11bfadfa8149d" ON "chargebacks"  ("payment_id") `,
  `CREATE INDEX "IDX_0e64c7012af5f5f45347ddd372" ON "chargebacks"  ("opened_at", "id") `,
  `CREATE UNIQUE INDEX "IDX_8b8b64806f8cf61d0114407efa" ON "chargebacks"  ("provider", "provider_chargeback_id") `,
  `CREATE TABLE "chargeback_shares" ("id" text NOT NULL, "chargeback_id" text NOT NULL, "order_id" text NOT NULL, "shop_id" text NOT NULL, "amount_minor" bigint NOT NULL, "withdrawn_minor" bigint NOT NULL, CONSTRAINT "chargeback_shares_amount" CHECK (amount_minor >= 0 AND withdrawn_minor IN (0, amount_minor)), CONSTRAINT "PK_6e015d845809030f5fbe8937294" PRIMARY KEY ("id"))`,
  `CREATE INDEX "IDX_2e358f24375453faa1907f712d" ON "chargeback_shares"  ("order_id") `,
  `CREATE UNIQUE INDEX "IDX_b52a235e84a2a66b02346c3fa1" ON "chargeback_shares"  ("chargeback_id", "order_id") `,
  `ALTER TABLE "orders" ADD "charged_back_minor" bigint NOT NULL DEFAULT '0'`,
  `ALTER TABLE "chargebacks" ADD CONSTRAINT "FK_21c50c5a6c22e11bfadfa8149db" FOREIGN KEY ("payment_id") REFERENCES "payments"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "chargeback_shares" ADD CONSTRAINT "FK_af049710de60c0517b83481d6dc" FOREIGN KEY ("chargeback_id") REFERENCES "chargebacks"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "chargeback_shares" ADD CONSTRAINT "FK_2e358f24375453faa1907f712d2" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "chargeback_shares" ADD CONSTRAINT "FK_e33779179660eb794ea38054ad3" FOREIGN KEY ("shop_id") REFERENCES "shops"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];

export class Chargebacks1764105001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    await runner.query(guardChargebacks);
  }

  async down(): Promise<void> {
    throw new Error("What banks took back is not undone.");
  }
}
