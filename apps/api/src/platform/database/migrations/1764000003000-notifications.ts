import type { MigrationInterface, QueryRunner } from "typeorm";

/** Notifications and e-mails, as the entities have them. */
const statements = [
  `CREATE TABLE "emails" ("id" text NOT NULL, "to_address" text NOT NULL, "subject" text NOT NULL, "body" text NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "sent_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_a54dcebef8d05dca7e839749571" PRIMARY KEY ("id"))`,
  `CREATE INDEX "IDX_8de0350707a007400bda920360" ON "emails"  ("created_at", "id") `,
  `CREATE TABLE "notifications" ("id" text NOT NULL, "person_id" text NOT NULL, "order_id" text NOT NULL, "seq" integer NOT NULL, "kind" text NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "read_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_6a72c3c0f683f6462415e653c3a" PRIMARY KEY ("id"))`,
  `CREATE INDEX "IDX_290325081cd4d02406073b2f25" ON "notifications"  ("person_id", "created_at", "id") `,
  `CREATE UNIQUE INDEX "IDX_778bd0c048334af22ed99a9c34" ON "notifications"  ("person_id", "order_id", "seq") `,
  `ALTER TABLE "people" ADD "notify_by_email" boolean NOT NULL DEFAULT true`,
  `ALTER TABLE "notifications" ADD CONSTRAINT "FK_6633b2b44c7c5c3766dc5af522f" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "notifications" ADD CONSTRAINT "FK_5a4f82441ed359b5f135a109804" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];

export class Notifications1764000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error("What people were told is not taken back.");
  }
}
