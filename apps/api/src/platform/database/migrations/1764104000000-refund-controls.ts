import type { MigrationInterface, QueryRunner } from "typeorm";
import { guardControls } from "./guards/controls.js";

/** Limits, approvals and stop switches. Refunds that exist were approved the moment they were made. */
const statements = [
  `CREATE TABLE "refund_limits" ("holder" text NOT NULL, "currency" text NOT NULL, "per_refund_minor" bigint, "per_day_minor" bigint, "goodwill_per_day_minor" bigint, "approval_business_days" integer NOT NULL, "set_at" TIMESTAMP WITH TIME ZONE NOT NULL, "set_by_id" text NOT NULL, CONSTRAINT "refund_limits_days" CHECK (approval_business_days BETWEEN 1 AND 10), CONSTRAINT "refund_limits_amounts" CHECK (LEAST(per_refund_minor, per_day_minor, goodwill_per_day_minor) >= 0), CONSTRAINT "PK_e4b1db245b7e9f2e55185fd025f" PRIMARY KEY ("holder", "currency"))`,
  `CREATE TABLE "refund_approvals" ("refund_id" text NOT NULL, "shop_id" text NOT NULL, "status" text NOT NULL, "asked_by_id" text NOT NULL, "asked_at" TIMESTAMP WITH TIME ZONE NOT NULL, "due_at" TIMESTAMP WITH TIME ZONE NOT NULL, "decided_at" TIMESTAMP WITH TIME ZONE, "decided_by_id" text, "reason" text, CONSTRAINT "refund_approvals_decided" CHECK ((status = 'WAITING') = (decided_at IS NULL)), CONSTRAINT "refund_approvals_four_eyes" CHECK (decided_by_id <> asked_by_id), CONSTRAINT "PK_587a247d4dfcdf53bb08df110f9" PRIMARY KEY ("refund_id"))`,
  `CREATE TABLE "stop_switches" ("id" text NOT NULL, "scope" text NOT NULL, "subject" text NOT NULL, "reason" text NOT NULL, "set_at" TIMESTAMP WITH TIME ZONE NOT NULL, "set_by_id" text NOT NULL, "until" TIMESTAMP WITH TIME ZONE NOT NULL, "lifted_at" TIMESTAMP WITH TIME ZONE, "lifted_by_id" text, "lift_reason" text, CONSTRAINT "stop_switches_scope" CHECK (scope IN ('ALL', 'SHOP', 'PROVIDER') AND (scope = 'ALL') = (subject = '')), CONSTRAINT "PK_ee00b9956115caff99a19a58aea" PRIMARY KEY ("id"))`,
  `CREATE INDEX "IDX_1100cd79fceed8f8937f075372" ON "stop_switches"  ("set_at", "id")`,
  `CREATE UNIQUE INDEX "stop_switches_one_on" ON "stop_switches"  ("scope", "subject") WHERE lifted_at IS NULL`,
  `ALTER TABLE "refunds" ADD "goodwill_reason" text`,
  `ALTER TABLE "refunds" ADD "borne_by" text NOT NULL DEFAULT 'SHOP'`,
  `ALTER TABLE "refunds" ADD "approved_at" TIMESTAMP WITH TIME ZONE`,
  `ALTER TABLE "refunds" ADD "waits_until" TIMESTAMP WITH TIME ZONE`,
  `CREATE INDEX "IDX_9eefa376586053aa440f44deab" ON "refunds"  ("created_by_id", "created_at") WHERE origin IN ('ON_BEHALF', 'GOODWILL')`,
  `ALTER TABLE "refunds" ADD CONSTRAINT "refunds_borne_by" CHECK (borne_by = 'SHOP' OR (borne_by = 'MARKETPLACE' AND origin = 'GOODWILL'))`,
  `ALTER TABLE "refunds" ADD CONSTRAINT "refunds_goodwill" CHECK ((origin = 'GOODWILL') = (goodwill_reason IS NOT NULL))`,
  `ALTER TABLE "refund_approvals" ADD CONSTRAINT "FK_587a247d4dfcdf53bb08df110f9" FOREIGN KEY ("refund_id") REFERENCES "refunds"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "refund_approvals" ADD CONSTRAINT "FK_d8ae90c02adfb921730d2b970bf" FOREIGN KEY ("shop_id") REFERENCES "shops"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `CREATE INDEX "refunds_to_approve" ON "refunds"  ("waits_until", "id") WHERE status = 'PENDING_APPROVAL'`,
  `CREATE INDEX "refunds_stopped" ON "refunds"  ("shop_id") WHERE pending_reason = 'stopped'`,
  `UPDATE refunds SET approved_at = created_at`,
];

export class RefundControls1764104000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    await runner.query(guardControls);
  }

  async down(): Promise<void> {
    throw new Error("Who answered for which refund is not taken back.");
  }
}
