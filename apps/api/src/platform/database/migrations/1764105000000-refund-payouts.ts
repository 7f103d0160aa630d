import type { MigrationInterface, QueryRunner } from "typeorm";
import { guardRefundPayouts } from "./guards/refund-payouts.js";

/** Bank details, payouts otherwise, store credit and what was paid twice, as the entities have them. */
const statements = [
  `CREATE TABLE "bank_details" ("id" text NOT NULL, "refund_id" text NOT NULL, "buyer_id" text NOT NULL, "kind" text NOT NULL, "masked" text NOT NULL, "key_id" text NOT NULL, "sealed" bytea, "given_at" TIMESTAMP WITH TIME ZONE NOT NULL, "taken_at" TIMESTAMP WITH TIME ZONE, "erased_at" TIMESTAMP WITH TIME ZONE, "attempt_id" text, CONSTRAINT "PK_ddbbcb9586b7f4d6124fe58f257" PRIMARY KEY ("id"))`,
  `CREATE INDEX "IDX_bfb79727ec33282a9002c5d1e1" ON "bank_details"  ("refund_id") `,
  `CREATE TABLE "refund_incidents" ("id" text NOT NULL, "refund_id" text NOT NULL, "order_id" text NOT NULL, "attempt_id" text NOT NULL, "amount_minor" bigint NOT NULL, "currency" text NOT NULL, "found_at" TIMESTAMP WITH TIME ZONE NOT NULL, "settled_at" TIMESTAMP WITH TIME ZONE, "settlement" text, "settled_by_id" text, "note" text, CONSTRAINT "refund_incidents_settled" CHECK ((settled_at IS NULL) = (settlement IS NULL) AND (settled_at IS NULL) = (settled_by_id IS NULL)), CONSTRAINT "PK_7ea0d8a456a279a6f5376a0290a" PRIMARY KEY ("id"))`,
  `CREATE INDEX "IDX_56ddca7cd42d511cea4c5754fa" ON "refund_incidents"  ("refund_id") `,
  `CREATE UNIQUE INDEX "IDX_2d806aac0aa529d2ae48888923" ON "refund_incidents"  ("attempt_id") `,
  `CREATE INDEX "IDX_3b2925c20eee3e0e2675ffbbed" ON "refund_incidents"  ("found_at", "id") WHERE settled_at IS NULL`,
  `CREATE TABLE "refund_payouts" ("id" text NOT NULL, "refund_id" text NOT NULL, "kind" text NOT NULL, "amount_minor" bigint NOT NULL, "bonus_minor" bigint NOT NULL, "currency" text NOT NULL, "status" text NOT NULL, "bank_details_id" text, "consent_by_id" text NOT NULL, "consent_at" TIMESTAMP WITH TIME ZONE NOT NULL, "provider_payout_id" text, "failure_reason" text, "trace_type" text, "trace_value" text, "settled_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "refund_payouts_account" CHECK ((kind = 'BANK_TRANSFER') = (bank_details_id IS NOT NULL)), CONSTRAINT "refund_payouts_amount" CHECK (amount_minor > 0 AND bonus_minor >= 0), CONSTRAINT "PK_614e56486e2ffd0f261b3d70e19" PRIMARY KEY ("id"))`,
  `CREATE INDEX "IDX_1b7f5e75a3f5e03362a5648676" ON "refund_payouts"  ("refund_id") `,
  `CREATE UNIQUE INDEX "IDX_77f2c65fd4c25cdc154da9278f" ON "refund_payouts"  ("provider_payout_id") `,
  `CREATE UNIQUE INDEX "refund_payouts_one_live" ON "refund_payouts"  ("refund_id") WHERE status = 'OPEN'`,
  `CREATE TABLE "store_credit_entries" ("id" text NOT NULL, "buyer_id" text NOT NULL, "kind" text NOT NULL, "amount_minor" bigint NOT NULL, "currency" text NOT NULL, "payout_id" text NOT NULL, "refund_id" text NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "store_credit_entries_amount" CHECK (amount_minor > 0), CONSTRAINT "PK_540f8fa3192816c0fd7bbd42096" PRIMARY KEY ("id"))`,
  `CREATE UNIQUE INDEX "IDX_63bd54522647db277aa951d98c" ON "store_credit_entries"  ("payout_id", "kind") `,
  `CREATE INDEX "IDX_e4843c529e2124c415e88f702a" ON "store_credit_entries"  ("buyer_id", "created_at", "id") `,
  `ALTER TABLE "refunds" ADD "action_by" TIMESTAMP WITH TIME ZONE`,
  `ALTER TABLE "refund_allocations" ADD "payout_id" text`,
  `ALTER TABLE "refund_attempts" ADD "needs_action" boolean NOT NULL DEFAULT false`,
  `ALTER TABLE "bank_details" ADD CONSTRAINT "FK_bfb79727ec33282a9002c5d1e16" FOREIGN KEY ("refund_id") REFERENCES "refunds"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "bank_details" ADD CONSTRAINT "FK_d111fdf0759b864e90bdbc6a1ee" FOREIGN KEY ("buyer_id") REFERENCES "people"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "bank_details" ADD CONSTRAINT "FK_cec90691d423974f4bbefee9622" FOREIGN KEY ("attempt_id") REFERENCES "refund_attempts"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "refund_incidents" ADD CONSTRAINT "FK_56ddca7cd42d511cea4c5754fa7" FOREIGN KEY ("refund_id") REFERENCES "refunds"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "refund_incidents" ADD CONSTRAINT "FK_be8698199996784191a188ea7bd" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "refund_incidents" ADD CONSTRAINT "FK_2d806aac0aa529d2ae488889230" FOREIGN KEY ("attempt_id") REFERENCES "refund_attempts"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "refund_payouts" ADD CONSTRAINT "FK_1b7f5e75a3f5e03362a56486763" FOREIGN KEY ("refund_id") REFERENCES "refunds"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "refund_payouts" ADD CONSTRAINT "FK_d1fda7973b5304b7ca9b2563d03" FOREIGN KEY ("bank_details_id") REFERENCES "bank_details"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "refund_payouts" ADD CONSTRAINT "FK_17021df30b0d078a98550c6212b" FOREIGN KEY ("consent_by_id") REFERENCES "people"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "store_credit_entries" ADD CONSTRAINT "FK_4a0c663670ef7b8d57fc77dd30b" FOREIGN KEY ("buyer_id") REFERENCES "people"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "store_credit_entries" ADD CONSTRAINT "FK_cb5aaf700d9f7594bb749ce2e4a" FOREIGN KEY ("payout_id") REFERENCES "refund_payouts"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "store_credit_entries" ADD CONSTRAINT "FK_c08c80f16ce2b50b55e4d03caa8" FOREIGN KEY ("refund_id") REFERENCES "refunds"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "refund_allocations" ADD CONSTRAINT "FK_9645a0b8499298d4148f63978c3" FOREIGN KEY ("payout_id") REFERENCES "refund_payouts"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];

export class RefundPayouts1764105000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    await runner.query(guardRefundPayouts);
  }

  async down(): Promise<void> {
    throw new Error("What was paid, and how, is not undone.");
  }
}
