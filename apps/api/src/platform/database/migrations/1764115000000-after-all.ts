import type { MigrationInterface, QueryRunner } from "typeorm";
import { guardAfterAll } from "./guards/after-all.js";

const statements = [
  `DROP INDEX "IDX_2d806aac0aa529d2ae48888923"`,
  `CREATE INDEX "IDX_2d806aac0aa529d2ae48888923" ON "refund_incidents"  ("attempt_id") `,
  `CREATE UNIQUE INDEX "refund_incidents_open_attempt" ON "refund_incidents"  ("attempt_id") WHERE settled_at IS NULL`,
  guardAfterAll,
];

export class AfterAll1764115000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error("What was paid after all stays paid.");
  }
}
