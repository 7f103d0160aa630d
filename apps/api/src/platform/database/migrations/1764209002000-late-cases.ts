import type { MigrationInterface, QueryRunner } from "typeorm";

/** A case whose answer is late shows by when it is expected now, and since when it is late. */
export class LateCases1764209002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "cases" ADD "late_since" TIMESTAMP WITH TIME ZONE`);
    await runner.query(`UPDATE cases c SET late_since = c.reply_by, reply_by = p.expected_by
      FROM service_promises p WHERE p.case_id = c.id AND p.kind = 'AGENT_REPLY' AND p.state = 'BROKEN'
        AND p.expected_by IS NOT NULL AND c.reply_by IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "cases" DROP COLUMN "late_since"`);
  }
}
