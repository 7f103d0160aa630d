import type { MigrationInterface, QueryRunner } from "typeorm";

/** Filters that members of a shop or of the desk named for themselves. */
export class SavedViews1764102002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "saved_views" ("id" text NOT NULL, "person_id" text NOT NULL, "place" text NOT NULL, "name" text NOT NULL, "search" text NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_saved_views" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "IDX_274b7ba96a987d5b80f10c5458" ON "saved_views" ("person_id", "place", "name")`,
    );
    await runner.query(
      `ALTER TABLE "saved_views" ADD CONSTRAINT "FK_4d8f51c008e1881ad38f8184d7c" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "saved_views"`);
  }
}
