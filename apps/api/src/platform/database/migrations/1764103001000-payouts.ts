import type { MigrationInterface, QueryRunner } from "typeorm";
import { guardPayouts } from "./guards/payouts.js";

/** Payouts to shops, and what holds them back, as the entities have them. */
const statements = [
  `CREATE TABLE "payouts" ("id" text NOT NULL, "shop_id" text NOT NULL, "status" text NOT NULL, "amount_minor" bigint NOT NULL, "currency" text NOT NULL, "run_at" TIMESTAMP WITH TIME ZONE NOT NULL, "balance_minor" bigint NOT NULL, "pending_minor" bigint NOT NULL, "frozen_minor" bigint NOT NULL, "sent_at" TIMESTAMP WITH TIME ZONE, "reference" text, "failed_at" TIMESTAMP WITH TIME ZONE, "failure_reason" text, CONSTRAINT "payouts_amount" CHECK ((status = 'CARRIED_OVER') = (amount_minor = 0) AND amount_minor >= 0), CONSTRAINT "PK_payouts" PRIMARY KEY ("id"))`,
  `CREATE TABLE "payout_holds" ("id" text NOT NULL, "shop_id" text NOT NULL, "order_id" text NOT NULL, "reason" text NOT NULL, "subject_id" text NOT NULL, "amount_minor" bigint NOT NULL, "currency" text NOT NULL, "placed_at" TIMESTAMP WITH TIME ZONE NOT NULL, "released_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "payout_holds_amount" CHECK (amount_minor > 0), CONSTRAINT "PK_payout_holds" PRIMARY KEY ("id"))`,
  `CREATE INDEX "IDX_a2242cc19f29391d7f55c72295" ON "payouts"  ("id") WHERE status = 'SCHEDULED'`,
  `CREATE INDEX "IDX_b7970d077cdd527cefe0018949" ON "payouts"  ("shop_id", "run_at", "id") `,
  `CREATE UNIQUE INDEX "IDX_d71145003ccef0caa57f52a314" ON "payouts"  ("shop_id", "currency", "run_at") `,
  `CREATE INDEX "IDX_a14e04b7978deabea9aef3ab5e" ON "payout_holds"  ("shop_id") WHERE released_at IS NULL`,
  `CREATE UNIQUE INDEX "IDX_d652876c67b8e7157a8bfb2466" ON "payout_holds"  ("reason", "subject_id") `,
  `ALTER TABLE "payouts" ADD CONSTRAINT "FK_deff1434796797418dd2f4dbd65" FOREIGN KEY ("shop_id") REFERENCES "shops"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "payout_holds" ADD CONSTRAINT "FK_b7ebc8698b6beab5ed7e61dac4b" FOREIGN KEY ("shop_id") REFERENCES "shops"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "payout_holds" ADD CONSTRAINT "FK_eaec1e42d82fe19f6a880445927" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];

export class Payouts1764103001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    await runner.query(guardPayouts);
  }

  async down(): Promise<void> {
    throw new Error("Payouts are never taken back.");
  }
}
