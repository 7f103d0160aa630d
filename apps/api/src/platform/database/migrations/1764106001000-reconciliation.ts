import type { MigrationInterface, QueryRunner } from "typeorm";

/** Comparisons with providers' books, as the entities have them; written once. */
const statements = [
  `CREATE TABLE "drift_items" ("id" text NOT NULL, "provider" text NOT NULL, "kind" text NOT NULL, "subject" text NOT NULL, "subject_at" TIMESTAMP WITH TIME ZONE NOT NULL, "status" text NOT NULL, "attempt_id" text, "payment_id" text, "order_id" text, "provider_refund_id" text, "ours_minor" bigint, "ours_currency" text, "theirs_minor" bigint, "theirs_currency" text, "their_status" text, "found_at" TIMESTAMP WITH TIME ZONE NOT NULL, "run_id" text NOT NULL, "closed_at" TIMESTAMP WITH TIME ZONE, "case_id" text, "proposed_by_id" text, "reason" text, "accepted_by_id" text, CONSTRAINT "PK_ac6d8e1f94626cdcab98bda5752" PRIMARY KEY ("id"))`,
  `CREATE INDEX "IDX_a76881e291b896039b7748e6a1" ON "drift_items"  ("order_id") `,
  `CREATE INDEX "IDX_033932a975f45aa7dfea39b99f" ON "drift_items"  ("found_at", "id") `,
  `CREATE UNIQUE INDEX "IDX_e4684a1231de8d7ea4454dbf42" ON "drift_items"  ("provider", "kind", "subject") `,
  `CREATE TABLE "reconciliation_runs" ("id" text NOT NULL, "provider" text NOT NULL, "started_at" TIMESTAMP WITH TIME ZONE NOT NULL, "finished_at" TIMESTAMP WITH TIME ZONE, "reported" integer NOT NULL DEFAULT '0', "compared" integer NOT NULL DEFAULT '0', "found" integer NOT NULL DEFAULT '0', "healed" integer NOT NULL DEFAULT '0', "problem" text, CONSTRAINT "PK_4edbdb165c9e754997036a4176a" PRIMARY KEY ("id"))`,
  `CREATE UNIQUE INDEX "reconciliation_runs_one_at_a_time" ON "reconciliation_runs"  ("provider") WHERE finished_at IS NULL`,
  `CREATE INDEX "IDX_7b9b5b8616d8eac15d371873e6" ON "reconciliation_runs"  ("provider", "started_at", "id") `,
  `CREATE TABLE "reported_refunds" ("provider" text NOT NULL, "provider_refund_id" text NOT NULL, "run_id" text NOT NULL, "reference" text, "charge_id" text NOT NULL, "intent_id" text, "amount_minor" bigint NOT NULL, "currency" text NOT NULL, "status" text NOT NULL, "made_at" TIMESTAMP WITH TIME ZONE NOT NULL, "attempt_id" text, CONSTRAINT "PK_4aa64e4b6ee209cd6e1901a65ce" PRIMARY KEY ("provider", "provider_refund_id"))`,
  `CREATE INDEX "IDX_fcf1a0412baf6284dd9e0c7191" ON "reported_refunds"  ("run_id", "provider_refund_id") `,
  `CREATE INDEX "IDX_b26e6303f68ca7c28e6575d2a5" ON "reported_refunds"  ("attempt_id") `,
  `ALTER TABLE "drift_items" ADD CONSTRAINT "FK_35c09b28afb3c65739971282f8e" FOREIGN KEY ("attempt_id") REFERENCES "refund_attempts"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "drift_items" ADD CONSTRAINT "FK_acfe306e53efca524e3820cb6b7" FOREIGN KEY ("payment_id") REFERENCES "payments"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "drift_items" ADD CONSTRAINT "FK_a76881e291b896039b7748e6a17" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "drift_items" ADD CONSTRAINT "FK_6952c3f1f07d3acd405585954c2" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "drift_items" ADD CONSTRAINT "FK_8eab45bf6f0f94ad7348123c6e0" FOREIGN KEY ("proposed_by_id") REFERENCES "people"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "drift_items" ADD CONSTRAINT "FK_782d4386d2b731e0cebbbd55afe" FOREIGN KEY ("accepted_by_id") REFERENCES "people"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "drift_items" ADD CONSTRAINT "drift_items_two_persons" CHECK (accepted_by_id <> proposed_by_id)`,
  `CREATE FUNCTION keep_drift() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'differences heal or are accepted, and are never deleted' USING ERRCODE = 'MG001';
  END IF;
  IF OLD.status = 'ACCEPTED' AND NEW.status <> 'ACCEPTED' THEN
    RAISE EXCEPTION 'what two people accepted stays accepted' USING ERRCODE = 'MG001';
  END IF;
  RETURN NEW;
END $$`,
  `CREATE TRIGGER keep_drift BEFORE UPDATE OR DELETE ON drift_items
    FOR EACH ROW EXECUTE FUNCTION keep_drift()`,
];

export class Reconciliation1764106001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error("What was found stays found.");
  }
}
