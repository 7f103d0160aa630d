import type { MigrationInterface, QueryRunner } from "typeorm";

/** A refund cites the decision it rests on; older ones have that of their cancellation or return. */
const statements = [
  `ALTER TABLE "refunds" ADD "decision_id" text`,
  `ALTER TABLE "refunds" ADD CONSTRAINT "FK_4f4024d872a3fe2969eecf70f73" FOREIGN KEY ("decision_id") REFERENCES "decisions"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `UPDATE refunds r SET decision_id = c.decision_id FROM cancellations c WHERE c.id = r.cancellation_id`,
  `UPDATE refunds r SET decision_id = t.decision_id FROM returns t WHERE t.id = r.return_id`,
];

export class DecideRefunds1764102000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "refunds" DROP COLUMN "decision_id"`);
  }
}
