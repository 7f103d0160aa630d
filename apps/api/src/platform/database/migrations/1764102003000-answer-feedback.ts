import type { MigrationInterface, QueryRunner } from "typeorm";

/** Feedback can be changed once by who gave it, and answered once by the shop. */
export class AnswerFeedback1764102003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "feedback" ADD "edited_at" TIMESTAMP WITH TIME ZONE`);
    await runner.query(`ALTER TABLE "feedback" ADD "answer" text`);
    await runner.query(`ALTER TABLE "feedback" ADD "answered_at" TIMESTAMP WITH TIME ZONE`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "feedback" DROP COLUMN "edited_at", DROP COLUMN "answer", DROP COLUMN "answered_at"`,
    );
  }
}
