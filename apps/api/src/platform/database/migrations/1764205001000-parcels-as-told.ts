import type { MigrationInterface, QueryRunner } from "typeorm";

/** A parcel may be told of without its carrier and number; those that imports made up are taken out. */
export class ParcelsAsTold1764205001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "shipments" ALTER COLUMN "carrier" DROP NOT NULL`);
    await runner.query(`ALTER TABLE "shipments" ALTER COLUMN "tracking_number" DROP NOT NULL`);
    await runner.query(
      `UPDATE shipments SET carrier = NULL, tracking_number = NULL
       WHERE carrier = 'Correios' AND tracking_number = 'OL' || upper(right(order_id, 9)) || 'BR'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `UPDATE shipments SET carrier = COALESCE(carrier, ''), tracking_number = COALESCE(tracking_number, '')`,
    );
    await runner.query(`ALTER TABLE "shipments" ALTER COLUMN "carrier" SET NOT NULL`);
    await runner.query(`ALTER TABLE "shipments" ALTER COLUMN "tracking_number" SET NOT NULL`);
  }
}
