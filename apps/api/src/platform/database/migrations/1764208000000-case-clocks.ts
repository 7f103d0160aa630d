import type { MigrationInterface, QueryRunner } from "typeorm";

/** A case says until when it waits, since when it is resolved, and what it follows up; a message, whom it awaits. */
export class CaseClocks1764208000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "cases" ADD "waits_until" TIMESTAMP WITH TIME ZONE`);
    await runner.query(`ALTER TABLE "cases" ADD "resolved_at" TIMESTAMP WITH TIME ZONE`);
    await runner.query(`ALTER TABLE "cases" ADD "follow_up_of" text`);
    await runner.query(`ALTER TABLE "case_messages" ADD "awaits" text`);
    await runner.query(
      `UPDATE cases SET resolved_at = updated_at WHERE status IN ('RESOLVED', 'CLOSED')`,
    );
    await runner.query(
      `INSERT INTO deadlines (kind, subject_id, due_at)
       SELECT 'case.close', id, updated_at + interval '7 days' FROM cases WHERE status = 'RESOLVED'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM deadlines WHERE kind IN ('case.close', 'case.waiting')`);
    await runner.query(`ALTER TABLE "case_messages" DROP COLUMN "awaits"`);
    await runner.query(`ALTER TABLE "cases" DROP COLUMN "follow_up_of"`);
    await runner.query(`ALTER TABLE "cases" DROP COLUMN "resolved_at"`);
    await runner.query(`ALTER TABLE "cases" DROP COLUMN "waits_until"`);
  }
}
