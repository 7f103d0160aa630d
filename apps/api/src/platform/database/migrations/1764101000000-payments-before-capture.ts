import type { MigrationInterface, QueryRunner } from "typeorm";
import { guardCollecting } from "./guards/collecting.js";

/** Payments that are authorised or asked for before they are captured, and the calls about them. */
const statements = [
  `ALTER TABLE "payments" ADD "order_id" text`,
  `ALTER TABLE "payments" ADD "state" text NOT NULL DEFAULT 'CAPTURED'`,
  `ALTER TABLE "payments" ADD "authorized_minor" bigint NOT NULL DEFAULT '0'`,
  `ALTER TABLE "payments" ADD "authorized_until" TIMESTAMP WITH TIME ZONE`,
  `ALTER TABLE "orders" ADD "authorized_minor" bigint NOT NULL DEFAULT '0'`,
  `ALTER TABLE "orders" ADD "voided_at" TIMESTAMP WITH TIME ZONE`,
  `ALTER TABLE "orders" ADD "payment_due_by" TIMESTAMP WITH TIME ZONE`,
  `CREATE TABLE "payment_steps" ("id" text NOT NULL, "payment_id" text NOT NULL, "order_id" text NOT NULL, "number" integer NOT NULL, "kind" text NOT NULL, "amount_minor" bigint NOT NULL, "provider_key" text NOT NULL, "status" text NOT NULL, "failure_reason" text, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "settled_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "payment_steps_amount" CHECK (amount_minor > 0), CONSTRAINT "payment_steps_status" CHECK (status IN ('OPEN', 'SUCCEEDED', 'FAILED')), CONSTRAINT "payment_steps_kind" CHECK (kind IN ('CAPTURE', 'VOID')), CONSTRAINT "PK_6dea99aa792220c2e51c476eb92" PRIMARY KEY ("id"))`,
  `CREATE INDEX "IDX_d61b08f4af5be797787f3b7f70" ON "payment_steps"  ("order_id") `,
  `CREATE UNIQUE INDEX "IDX_ba9a9618664141672bc93291e0" ON "payment_steps"  ("provider_key") `,
  `CREATE UNIQUE INDEX "payment_steps_one_live" ON "payment_steps"  ("payment_id") WHERE status IN ('OPEN', 'SUCCEEDED')`,
  `CREATE UNIQUE INDEX "IDX_0b63769bc453605bd111c5aae2" ON "payment_steps"  ("payment_id", "number") `,
  `CREATE INDEX "IDX_b2f7b823a21562eeca20e72b00" ON "payments"  ("order_id") `,
  `ALTER TABLE "orders" ADD CONSTRAINT "orders_voided_is_not_captured" CHECK (voided_at IS NULL OR captured_minor = 0)`,
  `ALTER TABLE "orders" ADD CONSTRAINT "orders_captured_within_authorized" CHECK (authorized_minor >= 0 AND (authorized_minor = 0 OR captured_minor <= authorized_minor))`,
  `ALTER TABLE "payments" ADD CONSTRAINT "payments_authorized_for_an_order" CHECK (authorized_minor = 0 OR order_id IS NOT NULL)`,
  `ALTER TABLE "payments" ADD CONSTRAINT "payments_captured_within_authorized" CHECK (authorized_minor >= 0 AND (authorized_minor = 0 OR captured_minor <= authorized_minor))`,
  `ALTER TABLE "payments" ADD CONSTRAINT "payments_captured_in_state" CHECK (state = 'CAPTURED' OR captured_minor = 0)`,
  `ALTER TABLE "payments" ADD CONSTRAINT "payments_state" CHECK (state IN ('PENDING', 'AUTHORIZED', 'CAPTURED', 'VOIDED'))`,
  `ALTER TABLE "payments" ADD CONSTRAINT "FK_b2f7b823a21562eeca20e72b006" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "payment_steps" ADD CONSTRAINT "FK_d94bcf6ceffbe5553062c599464" FOREIGN KEY ("payment_id") REFERENCES "payments"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "payment_steps" ADD CONSTRAINT "FK_d61b08f4af5be797787f3b7f709" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];

export class PaymentsBeforeCapture1764101000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    await runner.query(guardCollecting);
  }

  async down(): Promise<void> {
    throw new Error("What was taken or given back is not undone.");
  }
}
