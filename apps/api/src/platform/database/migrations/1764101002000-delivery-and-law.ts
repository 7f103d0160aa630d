import type { MigrationInterface, QueryRunner } from "typeorm";

/** When an order is expected, until when its loss has to be settled, and whose law protects its buyer. */
const statements = [
  `ALTER TABLE "orders" ADD "estimated_delivery_by" TIMESTAMP WITH TIME ZONE`,
  `ALTER TABLE "orders" ADD "delivery_due_by" TIMESTAMP WITH TIME ZONE`,
  `ALTER TABLE "orders" ADD "ship_to_country" text`,
];

export class DeliveryAndLaw1764101002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const column of ["estimated_delivery_by", "delivery_due_by", "ship_to_country"]) {
      await runner.query(`ALTER TABLE "orders" DROP COLUMN "${column}"`);
    }
  }
}
