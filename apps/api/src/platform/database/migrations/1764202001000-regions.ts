import type { MigrationInterface, QueryRunner } from "typeorm";

/** The region an order goes to, since a country may have several time zones in whose days windows end. */
export class Regions1764202001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "orders" ADD "ship_to_region" text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "orders" DROP COLUMN "ship_to_region"`);
  }
}
