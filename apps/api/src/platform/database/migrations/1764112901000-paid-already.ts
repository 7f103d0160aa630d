import type { MigrationInterface, QueryRunner } from "typeorm";
import { guardPaidAlready } from "./guards/paid-already.js";

/**
 * Trying again used to leave the payout that had failed on the parts: it would count as what paid
 * them, though an attempt does, and take them back when its money came and was returned.
 */
export const freeRetriedParts = `UPDATE refund_allocations a SET payout_id = NULL FROM refund_payouts p
 WHERE p.id = a.payout_id AND p.status IN ('FAILED', 'PAID_TWICE')
   AND (a.status = 'PENDING' OR EXISTS (SELECT 1 FROM refund_attempts t
     WHERE t.allocation_id = a.id AND t.status IN ('OPEN', 'SUCCEEDED')))`;

export class PaidAlready1764112901000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(guardPaidAlready);
    await runner.query(freeRetriedParts);
  }

  async down(): Promise<void> {
    throw new Error("What was paid, and how, is not undone.");
  }
}
