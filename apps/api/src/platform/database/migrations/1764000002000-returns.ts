import type { MigrationInterface, QueryRunner } from "typeorm";
import { guardReturns } from "./guards/returns.js";

/** Returns, disputes, photos, labels and the sandbox's clock, as the entities have them. */
const statements = [
  `CREATE TABLE "return_labels" ("id" text NOT NULL, "return_id" text NOT NULL, "carrier" text NOT NULL, "tracking_number" text NOT NULL, "pdf" bytea NOT NULL, "printed_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_7ad09c9ee462aa37d712f9b5c5c" PRIMARY KEY ("id"))`,
  `CREATE UNIQUE INDEX "IDX_ae04da07068ba46dcf76aef96f" ON "return_labels"  ("return_id") `,
  `CREATE UNIQUE INDEX "IDX_4ff752899d14615ecabf95d0dc" ON "return_labels"  ("tracking_number") `,
  `CREATE TABLE "parcel_scans" ("id" text NOT NULL, "return_id" text NOT NULL, "status" text NOT NULL, "place" text, "at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_fe641fd11c637e3a0e8e5134234" PRIMARY KEY ("id"))`,
  `CREATE INDEX "IDX_4b7c978d110fcf11c8e2640b2f" ON "parcel_scans"  ("return_id") `,
  `CREATE TABLE "disputes" ("id" text NOT NULL, "order_id" text NOT NULL, "shop_id" text NOT NULL, "case_id" text NOT NULL, "cancellation_id" text, "return_id" text, "status" text NOT NULL, "opened_at" TIMESTAMP WITH TIME ZONE NOT NULL, "due_at" TIMESTAMP WITH TIME ZONE, "buyer_statement" text NOT NULL, "seller_response" text, "ruled_for" text, "ruled_minor" bigint, "ruling_reason" text, "ruled_by_id" text, "ruled_at" TIMESTAMP WITH TIME ZONE, "appeal_statement" text, CONSTRAINT "disputes_one_subject" CHECK ((cancellation_id IS NULL) <> (return_id IS NULL)), CONSTRAINT "PK_3c97580d01c1a4b0b345c42a107" PRIMARY KEY ("id"))`,
  `CREATE INDEX "IDX_0870855d9ec9cb26fecd2955a6" ON "disputes"  ("order_id") `,
  `CREATE INDEX "IDX_7e308e1a95ff2e66687a876379" ON "disputes"  ("cancellation_id") `,
  `CREATE INDEX "IDX_e344d248708c049c3dcea37f79" ON "disputes"  ("return_id") `,
  `CREATE INDEX "IDX_44c808c8f85bc1e766a421ebcd" ON "disputes"  ("status", "due_at") `,
  `CREATE TABLE "photos" ("id" text NOT NULL, "order_id" text NOT NULL, "uploader_id" text NOT NULL, "subject_id" text, "purpose" text, "content" bytea NOT NULL, "width_px" integer NOT NULL, "height_px" integer NOT NULL, "uploaded_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_5220c45b8e32d49d767b9b3d725" PRIMARY KEY ("id"))`,
  `CREATE INDEX "IDX_afc41ed8d80de3a64f9c958f76" ON "photos"  ("uploader_id") `,
  `CREATE INDEX "IDX_65457e7d85d434fa71e706e89d" ON "photos"  ("subject_id", "purpose") `,
  `CREATE TABLE "returns" ("id" text NOT NULL, "order_id" text NOT NULL, "shop_id" text NOT NULL, "buyer_id" text NOT NULL, "status" text NOT NULL, "requested_at" TIMESTAMP WITH TIME ZONE NOT NULL, "requested_by" text NOT NULL, "requested_by_id" text NOT NULL, "reason_code" text, "note" text, "method" text NOT NULL, "shipping_paid_by" text NOT NULL, "returnless" boolean NOT NULL DEFAULT false, "amount_minor" bigint NOT NULL, "currency" text NOT NULL, "promised_by" TIMESTAMP WITH TIME ZONE NOT NULL, "due_at" TIMESTAMP WITH TIME ZONE, "paused_ms" bigint, "decided_at" TIMESTAMP WITH TIME ZONE, "decided_by" text, "rejection_reason" text, "rejection_note" text, "question" text, "answer" text, "offer_minor" bigint, "offer_note" text, "carrier" text, "tracking_number" text, "sent_at" TIMESTAMP WITH TIME ZONE, "received_at" TIMESTAMP WITH TIME ZONE, "inspected_at" TIMESTAMP WITH TIME ZONE, "decision_id" text NOT NULL, "quote_id" text NOT NULL, CONSTRAINT "returns_method" CHECK (method IN ('LABEL', 'OWN')), CONSTRAINT "returns_amount" CHECK (amount_minor >= 0 AND (offer_minor IS NULL OR offer_minor > 0)), CONSTRAINT "PK_27a2f1895a71519ebfec7850361" PRIMARY KEY ("id"))`,
  `CREATE INDEX "IDX_7c0b171a97595625487728ddb3" ON "returns"  ("order_id") `,
  `CREATE INDEX "IDX_f54e2f37a3f9c496fd435fe40a" ON "returns"  ("tracking_number") `,
  `CREATE INDEX "IDX_d07ccee7a3a57207e18cf1955f" ON "returns"  ("shop_id", "status", "due_at") `,
  `CREATE TABLE "return_units" ("id" text NOT NULL, "return_id" text NOT NULL, "line_id" text NOT NULL, "position" integer NOT NULL, "gross_minor" bigint NOT NULL, "kept_minor" bigint NOT NULL, "deduction_minor" bigint NOT NULL DEFAULT '0', "state" text NOT NULL, "reception" text NOT NULL, "inspection" text NOT NULL, "grade" text, "disposition" text, "inspection_note" text, CONSTRAINT "return_units_state" CHECK (state IN ('OPEN', 'DONE', 'RELEASED')), CONSTRAINT "return_units_nothing_below_zero" CHECK (kept_minor + deduction_minor <= gross_minor), CONSTRAINT "return_units_amounts" CHECK (gross_minor >= 0 AND kept_minor >= 0 AND deduction_minor >= 0), CONSTRAINT "PK_ab9ae8503b19e46489688dddf71" PRIMARY KEY ("id"))`,
  `CREATE INDEX "IDX_a731580a3800ce051ffe9b45d8" ON "return_units"  ("return_id") `,
  `CREATE INDEX "IDX_1e4051ca1f434394a09dcfa908" ON "return_units"  ("line_id") `,
  `CREATE TABLE "sandbox_clock" ("id" integer NOT NULL, "ahead_ms" bigint NOT NULL, CONSTRAINT "PK_5be6aeeafed3fc6d3d1b67d9b72" PRIMARY KEY ("id"))`,
  `ALTER TABLE "decisions" ADD "question" jsonb`,
  `ALTER TABLE "cancellations" ADD "appeal_by" TIMESTAMP WITH TIME ZONE`,
  `ALTER TABLE "order_lines" ADD "returning_quantity" integer NOT NULL DEFAULT '0'`,
  `ALTER TABLE "order_lines" ADD "returned_quantity" integer NOT NULL DEFAULT '0'`,
  `ALTER TABLE "refunds" ADD "return_id" text`,
  `ALTER TABLE "timeline_events" ADD "return_id" text`,
  `CREATE UNIQUE INDEX "IDX_a128f18ec7b8a4ef5d3c6b705c" ON "refunds"  ("return_id") `,
  `ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_returns_within_shipped" CHECK (returning_quantity >= 0 AND returned_quantity >= 0 AND returning_quantity + returned_quantity <= shipped_quantity)`,
  `ALTER TABLE "refunds" ADD CONSTRAINT "FK_a128f18ec7b8a4ef5d3c6b705c9" FOREIGN KEY ("return_id") REFERENCES "returns"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "return_labels" ADD CONSTRAINT "FK_ae04da07068ba46dcf76aef96fb" FOREIGN KEY ("return_id") REFERENCES "returns"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "parcel_scans" ADD CONSTRAINT "FK_4b7c978d110fcf11c8e2640b2f4" FOREIGN KEY ("return_id") REFERENCES "returns"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "disputes" ADD CONSTRAINT "FK_0870855d9ec9cb26fecd2955a6d" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "disputes" ADD CONSTRAINT "FK_99dc7eefaa88f4d88952363c3c5" FOREIGN KEY ("shop_id") REFERENCES "shops"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "disputes" ADD CONSTRAINT "FK_b19d185a7270a69c95d75425622" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "disputes" ADD CONSTRAINT "FK_7e308e1a95ff2e66687a876379e" FOREIGN KEY ("cancellation_id") REFERENCES "cancellations"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "disputes" ADD CONSTRAINT "FK_e344d248708c049c3dcea37f79f" FOREIGN KEY ("return_id") REFERENCES "returns"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "photos" ADD CONSTRAINT "FK_7cfbde0e9cebbd060d0d46015d7" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "returns" ADD CONSTRAINT "FK_7c0b171a97595625487728ddb3e" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "returns" ADD CONSTRAINT "FK_413272eb3108eaff1410db9f8cd" FOREIGN KEY ("shop_id") REFERENCES "shops"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "returns" ADD CONSTRAINT "FK_3bce8bc13652b245e525ec83d00" FOREIGN KEY ("buyer_id") REFERENCES "people"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "returns" ADD CONSTRAINT "FK_c7c39d3447a5a014a38bfc8a4b9" FOREIGN KEY ("decision_id") REFERENCES "decisions"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "returns" ADD CONSTRAINT "FK_4333e8c4f5727949313f56206a1" FOREIGN KEY ("quote_id") REFERENCES "quotes"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "return_units" ADD CONSTRAINT "FK_a731580a3800ce051ffe9b45d83" FOREIGN KEY ("return_id") REFERENCES "returns"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "return_units" ADD CONSTRAINT "FK_1e4051ca1f434394a09dcfa9086" FOREIGN KEY ("line_id") REFERENCES "order_lines"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];

export class Returns1764000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    await runner.query(guardReturns);
  }

  async down(): Promise<void> {
    throw new Error("Returns hold money's history; they are not undone.");
  }
}
