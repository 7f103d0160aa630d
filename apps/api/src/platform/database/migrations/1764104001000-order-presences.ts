import type { MigrationInterface, QueryRunner } from "typeorm";

/** Which agents have an order open. */
const statements = [
  `CREATE TABLE "order_presences" ("order_id" text NOT NULL, "person_id" text NOT NULL, "acting" boolean NOT NULL DEFAULT false, "seen_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_64aba86b7b8d37e28636514c885" PRIMARY KEY ("order_id", "person_id"))`,
  `ALTER TABLE "order_presences" ADD CONSTRAINT "FK_4e88dc93310729ceae26797bfda" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "order_presences" ADD CONSTRAINT "FK_0ca1112fdeaa2b8f55cdb465779" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];

export class OrderPresences1764104001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE order_presences");
  }
}
