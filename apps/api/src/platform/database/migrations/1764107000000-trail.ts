import type { MigrationInterface, QueryRunner } from "typeorm";
import { linkTrail, linkWhatIsThere } from "./guards/trail.js";

/** The chained trail, as the entities have it. */
const statements = [
  `CREATE TABLE "trail_links" ("chain" integer NOT NULL, "seq" bigint NOT NULL, "subject_kind" text NOT NULL, "subject_id" text NOT NULL, "content_hash" text NOT NULL, "hash" text NOT NULL, CONSTRAINT "PK_trail_links" PRIMARY KEY ("chain", "seq"))`,
  `CREATE UNIQUE INDEX "IDX_c49b54ec52ba27c229c30254c4" ON "trail_links"  ("subject_kind", "subject_id") `,
  `CREATE TABLE "trail_seals" ("number" integer NOT NULL, "sealed_at" TIMESTAMP WITH TIME ZONE NOT NULL, "body" text NOT NULL, "key_id" text NOT NULL, "signature" text NOT NULL, CONSTRAINT "PK_trail_seals" PRIMARY KEY ("number"))`,
];

/** Audit rows and ledger transactions are linked into hash chains as they commit. */
export class Trail1764107000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    await runner.query(linkTrail);
    await runner.query(linkWhatIsThere);
  }

  async down(): Promise<void> {
    throw new Error("The trail is not taken up.");
  }
}
