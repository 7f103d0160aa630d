import type { MigrationInterface, QueryRunner } from "typeorm";

export class BooksOfHolds1764115002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "reported_items" ADD "held_minor" bigint NOT NULL DEFAULT 0`);
    await runner.query(`ALTER TABLE "reported_items" ADD "held_until" TIMESTAMP WITH TIME ZONE`);
  }

  async down(): Promise<void> {
    throw new Error("What was found stays found.");
  }
}
