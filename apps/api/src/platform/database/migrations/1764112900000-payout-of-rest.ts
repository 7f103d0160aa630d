import type { MigrationInterface, QueryRunner } from "typeorm";
import { guardPayoutOfRest } from "./guards/payout-of-rest.js";

export class PayoutOfRest1764112900000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runner.query(guardPayoutOfRest);
  }

  async down(): Promise<void> {
    throw new Error("What was paid of the rest stays paid.");
  }
}
