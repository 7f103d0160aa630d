import type { MigrationInterface, QueryRunner } from "typeorm";
import { keepPromisedDates } from "./guards/promises.js";

/** Promises, as the entities have them. */
const statements = [
  `CREATE TABLE "service_promises" ("id" text NOT NULL, "kind" text NOT NULL, "subject_id" text NOT NULL, "order_id" text NOT NULL, "shop_id" text NOT NULL, "refund_id" text, "case_id" text, "method" text, "provider" text, "made_at" TIMESTAMP WITH TIME ZONE NOT NULL, "promised_by" TIMESTAMP WITH TIME ZONE NOT NULL, "state" text NOT NULL, "cause" text, "settled_at" TIMESTAMP WITH TIME ZONE, "decided_at" TIMESTAMP WITH TIME ZONE, "expected_by" TIMESTAMP WITH TIME ZONE, "escalation_level" integer NOT NULL DEFAULT '0', "assignee_id" text, CONSTRAINT "service_promises_level" CHECK (escalation_level BETWEEN 0 AND 3), CONSTRAINT "PK_service_promises" PRIMARY KEY ("id"))`,
  `CREATE INDEX "IDX_63144088ffc24a56236395c0c4" ON "service_promises"  ("order_id") `,
  `CREATE INDEX "IDX_e67e48c14dae97dee90d2a150a" ON "service_promises"  ("refund_id") `,
  `CREATE INDEX "IDX_acc034768ca5e3c1a4c7e16d88" ON "service_promises"  ("decided_at") `,
  `CREATE INDEX "IDX_a1417f548a65b003d1b56cc4a4" ON "service_promises"  ("shop_id", "decided_at") `,
  `CREATE INDEX "IDX_b08eba029dfed68c723285ca29" ON "service_promises"  ("promised_by", "id") WHERE state IN ('OPEN', 'AT_RISK', 'BROKEN')`,
  `CREATE UNIQUE INDEX "IDX_38b3d60b9cee04ff13945f06e1" ON "service_promises"  ("kind", "subject_id") `,
  `ALTER TABLE "service_promises" ADD CONSTRAINT "FK_63144088ffc24a56236395c0c48" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "service_promises" ADD CONSTRAINT "FK_27da73ad397a82713ebf977e343" FOREIGN KEY ("assignee_id") REFERENCES "people"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "refunds" ADD "newly_expected_by" TIMESTAMP WITH TIME ZONE`,
];

export class Promises1764107001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    await runner.query(keepPromisedDates);
  }

  async down(): Promise<void> {
    throw new Error("What was promised is not forgotten.");
  }
}
