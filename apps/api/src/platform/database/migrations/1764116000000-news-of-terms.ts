import type { MigrationInterface, QueryRunner } from "typeorm";

/** People are told of what is no event of an order, too: of the terms under which they sell. */
const up = [
  `ALTER TABLE "notifications" ALTER COLUMN "order_id" DROP NOT NULL`,
  `ALTER TABLE "notifications" ALTER COLUMN "seq" DROP NOT NULL`,
  `ALTER TABLE "notifications" ADD "terms_id" text`,
  `ALTER TABLE "notifications" ADD CONSTRAINT "notifications_of_one_thing" CHECK ((order_id IS NULL) = (terms_id IS NOT NULL) AND (order_id IS NULL) = (seq IS NULL))`,
  `CREATE UNIQUE INDEX "IDX_91bf0d9fb6afbe0368419aa668" ON "notifications"  ("person_id", "terms_id") `,
  `ALTER TABLE "notifications" ADD CONSTRAINT "FK_912c4b76eaf4af0cd4c80e884fb" FOREIGN KEY ("terms_id") REFERENCES "money_terms"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];
const down = [
  `DELETE FROM "notifications" WHERE "order_id" IS NULL`,
  `ALTER TABLE "notifications" DROP COLUMN "terms_id"`,
  `ALTER TABLE "notifications" ALTER COLUMN "seq" SET NOT NULL`,
  `ALTER TABLE "notifications" ALTER COLUMN "order_id" SET NOT NULL`,
];

export class NewsOfTerms1764116000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
