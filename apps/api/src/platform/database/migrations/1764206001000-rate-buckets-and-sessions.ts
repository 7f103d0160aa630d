import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * What callers used of their share, for all processes. Not logged: after a crash everybody begins with
 * an empty bucket. And sessions that end when nobody uses them, and can be told apart.
 */
export class RateBucketsAndSessions1764206001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE UNLOGGED TABLE rate_buckets (
        key text PRIMARY KEY,
        level double precision NOT NULL,
        at timestamptz NOT NULL
      ) WITH (fillfactor = 70)`);
    await runner.query("CREATE INDEX rate_buckets_at ON rate_buckets (at)");
    await runner.query(`
      ALTER TABLE sessions ADD COLUMN last_used_at timestamptz NOT NULL DEFAULT now(),
        ADD COLUMN device text`);
    await runner.query("UPDATE sessions SET last_used_at = created_at");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE sessions DROP COLUMN last_used_at, DROP COLUMN device");
    await runner.query("DROP TABLE rate_buckets");
  }
}
