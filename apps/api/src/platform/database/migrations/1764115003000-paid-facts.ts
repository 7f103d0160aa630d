import type { MigrationInterface, QueryRunner } from "typeorm";
import { guardPaidFacts } from "./guards/paid-facts.js";

export class PaidFacts1764115003000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runner.query(guardPaidFacts);
  }

  async down(): Promise<void> {
    throw new Error("What is paid stays so.");
  }
}
