import type { MigrationInterface, QueryRunner } from "typeorm";

/** Deadlines by which silence decides something of an order are found by it. */
const bound = [
  ["cancellation.silence", "cancellations"],
  ["cancellation.appeal", "cancellations"],
  ["return.due", "returns"],
  ["dispute.due", "disputes"],
  ["refund.approvalDue", "refunds"],
] as const;

export class BindingDeadlines1764209000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "deadlines" ADD "order_id" text`);
    for (const [kind, table] of bound) {
      await runner.query(
        `UPDATE deadlines d SET order_id = s.order_id FROM ${table} s
         WHERE d.kind = '${kind}' AND s.id = d.subject_id AND d.done_at IS NULL`,
      );
    }
    await runner.query(
      `UPDATE deadlines SET order_id = subject_id WHERE kind = 'order.graceEnd' AND done_at IS NULL`,
    );
    await runner.query(
      `CREATE INDEX "IDX_74ae963c3c060956ff789920cd" ON "deadlines"  ("order_id") WHERE order_id IS NOT NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "deadlines" DROP COLUMN "order_id"`);
  }
}
