import type { MigrationInterface, QueryRunner } from "typeorm";

/** Proofs that were handed out, as the entities have them; what was handed out is not rewritten. */
const statements = [
  `CREATE TABLE "refund_proofs" ("id" text NOT NULL, "refund_id" text NOT NULL, "digest" text NOT NULL, "code" text NOT NULL, "issued_at" TIMESTAMP WITH TIME ZONE NOT NULL, "jws" text NOT NULL, CONSTRAINT "PK_refund_proofs" PRIMARY KEY ("id"))`,
  `CREATE UNIQUE INDEX "IDX_fda47891332c23e48abb53f5ad" ON "refund_proofs"  ("code") `,
  `CREATE UNIQUE INDEX "IDX_86b7609276b7650b1b58aae1ae" ON "refund_proofs"  ("refund_id", "digest") `,
  `ALTER TABLE "refund_proofs" ADD CONSTRAINT "FK_9395d5eb3c24a5372e21e03b123" FOREIGN KEY ("refund_id") REFERENCES "refunds"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON refund_proofs FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  `CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON refund_proofs FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
];

export class RefundProofs1764107002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error("What was proved stays so.");
  }
}
