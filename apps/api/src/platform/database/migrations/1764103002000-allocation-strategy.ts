import type { MigrationInterface, QueryRunner } from "typeorm";

/** To which payments an order's refunds go first is agreed when it is bought, and stays. */
const statements = [
  `ALTER TABLE "orders" ADD "allocation_strategy" text NOT NULL DEFAULT 'VOUCHERS_FIRST'`,
  `CREATE FUNCTION keep_allocation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an order keeps its allocation strategy' USING ERRCODE = 'MG001';
END $$`,
  `CREATE TRIGGER keep_allocation BEFORE UPDATE OF allocation_strategy ON orders FOR EACH ROW
   WHEN (NEW.allocation_strategy <> OLD.allocation_strategy) EXECUTE FUNCTION keep_allocation()`,
];

export class AllocationStrategy1764103002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error("What was agreed stays agreed.");
  }
}
