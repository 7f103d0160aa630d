import type { MigrationInterface, QueryRunner } from "typeorm";
import { guardLateCaptures } from "./guards/late-captures.js";

/** Two payments of an ended order can both come late: each is the order's, and each goes back. */
export class LateCaptures1764112000000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runner.query(guardLateCaptures);
  }

  async down(): Promise<void> {
    throw new Error("What came late is kept.");
  }
}
