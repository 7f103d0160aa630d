import type { MigrationInterface, QueryRunner } from "typeorm";
import { guardPayoutOfPart } from "./guards/payout-of-part.js";

export class PayoutOfPart1764115001000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runner.query(guardPayoutOfPart);
  }

  async down(): Promise<void> {
    throw new Error("What was paid of a part stays paid.");
  }
}
