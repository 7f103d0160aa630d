import type { MigrationInterface, QueryRunner } from "typeorm";
import { appendOnlyTables } from "./guards/append-only.js";
import { guardLedger } from "./guards/ledger.js";
import { guardLines } from "./guards/lines.js";
import { guardRefunds } from "./guards/refunds.js";
import { numberTimeline } from "./guards/timeline.js";

/**
 * What must hold even against plain SQL: nothing refunded above capture, no unit used twice,
 * no unbalanced or rewritten posting, no gap in a timeline.
 */
export class GuardMoney1764000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("CREATE SEQUENCE order_numbers START 100001");
    await runner.query("CREATE SEQUENCE case_numbers START 1001");
    for (const sql of [numberTimeline, guardLines, guardRefunds, guardLedger, appendOnlyTables]) {
      await runner.query(sql);
    }
  }

  async down(): Promise<void> {
    throw new Error("The guards of money are not taken down.");
  }
}
