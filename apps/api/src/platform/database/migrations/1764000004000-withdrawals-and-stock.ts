import type { MigrationInterface, QueryRunner } from "typeorm";

/** Declarations of withdrawal and units back in stock, as the entities have them; written once. */
const statements = [
  `CREATE TABLE "withdrawals" ("id" text NOT NULL, "order_id" text NOT NULL, "cancellation_id" text, "return_id" text, "statute" text NOT NULL, "declared_at" TIMESTAMP WITH TIME ZONE NOT NULL, "acknowledgement" text NOT NULL, CONSTRAINT "withdrawals_one_effect" CHECK ((cancellation_id IS NULL) <> (return_id IS NULL)), CONSTRAINT "PK_9871ec481baa7755f8bd8b7c7e9" PRIMARY KEY ("id"))`,
  `CREATE INDEX "IDX_87dfaad2a5c6122e956bd22232" ON "withdrawals"  ("order_id") `,
  `ALTER TABLE "withdrawals" ADD CONSTRAINT "FK_87dfaad2a5c6122e956bd222320" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "withdrawals" ADD CONSTRAINT "FK_293609b17e06afaafbf2839f242" FOREIGN KEY ("cancellation_id") REFERENCES "cancellations"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "withdrawals" ADD CONSTRAINT "FK_069d06263999fd25564c614a3ef" FOREIGN KEY ("return_id") REFERENCES "returns"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `CREATE TABLE "restocks" ("return_unit_id" text NOT NULL, "line_id" text NOT NULL, "actor_id" text NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_9fcfc3432b73e2c961e75d8ec3c" PRIMARY KEY ("return_unit_id"))`,
  `CREATE INDEX "IDX_73d96a75f21ec14ff4208963bf" ON "restocks"  ("line_id") `,
  `ALTER TABLE "restocks" ADD CONSTRAINT "FK_9fcfc3432b73e2c961e75d8ec3c" FOREIGN KEY ("return_unit_id") REFERENCES "return_units"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "restocks" ADD CONSTRAINT "FK_73d96a75f21ec14ff4208963bf9" FOREIGN KEY ("line_id") REFERENCES "order_lines"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON restocks
    FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  `CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON withdrawals
    FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
];

export class WithdrawalsAndStock1764000004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error("What was declared stays declared.");
  }
}
