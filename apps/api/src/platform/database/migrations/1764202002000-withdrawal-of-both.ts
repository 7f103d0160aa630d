import type { MigrationInterface, QueryRunner } from "typeorm";

/** One declaration may cancel what has not left and return what has. */
export class WithdrawalOfBoth1764202002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "withdrawals" DROP CONSTRAINT "withdrawals_one_effect"`);
    await runner.query(
      `ALTER TABLE "withdrawals" ADD CONSTRAINT "withdrawals_some_effect" CHECK (cancellation_id IS NOT NULL OR return_id IS NOT NULL)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "withdrawals" DROP CONSTRAINT "withdrawals_some_effect"`);
    await runner.query(
      `ALTER TABLE "withdrawals" ADD CONSTRAINT "withdrawals_one_effect" CHECK ((cancellation_id IS NULL) <> (return_id IS NULL))`,
    );
  }
}
