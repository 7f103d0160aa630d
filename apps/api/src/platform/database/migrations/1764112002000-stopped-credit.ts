import type { MigrationInterface, QueryRunner } from "typeorm";
import { guardStoppedCredit } from "./guards/stopped-credit.js";

export class StoppedCredit1764112002000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runner.query(guardStoppedCredit);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TRIGGER check_credit_may_go ON store_credit_entries");
    await runner.query("DROP FUNCTION check_credit_may_go()");
  }
}
