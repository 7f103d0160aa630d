import type { MigrationInterface, QueryRunner } from "typeorm";

/** Payments and attempts say whose they are: a provider's ids are its own, and never another's. */
const statements = [
  `ALTER TABLE "payments" ADD "provider" text NOT NULL DEFAULT 'sandbox'`,
  `DROP INDEX "IDX_756f372f43e1e0e08960fc76f3"`,
  `CREATE UNIQUE INDEX "payments_provider_charge" ON "payments"  ("provider", "provider_charge_id") `,
  `ALTER TABLE "refund_attempts" ADD "provider" text NOT NULL DEFAULT 'sandbox'`,
  `DROP INDEX "IDX_b5dfe57376698e4cc4596bc854"`,
  `CREATE UNIQUE INDEX "refund_attempts_provider_refund" ON "refund_attempts"  ("provider", "provider_refund_id") `,
  `CREATE FUNCTION keep_provider() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.provider <> OLD.provider THEN
    RAISE EXCEPTION 'what one provider captured or was asked is never another''s' USING ERRCODE = 'MG001';
  END IF;
  RETURN NEW;
END $$`,
  `CREATE TRIGGER keep_provider BEFORE UPDATE ON payments
    FOR EACH ROW EXECUTE FUNCTION keep_provider()`,
  `CREATE TRIGGER keep_provider BEFORE UPDATE ON refund_attempts
    FOR EACH ROW EXECUTE FUNCTION keep_provider()`,
];

export class PaymentProviders1764106000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error("What was captured stays its provider's.");
  }
}
