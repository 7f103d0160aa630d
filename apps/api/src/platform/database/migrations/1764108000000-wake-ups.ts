import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * The timeline's trigger leaves waking to the process on connections that say so, since NOTIFY
 * queues all commits of a database behind one lock.
 */
export class WakeUps1764108000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION wake_listeners(topics text) RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        IF current_setting('makegood.wake_ups', true) IS DISTINCT FROM 'process' THEN
          PERFORM pg_notify('makegood', topics);
        END IF;
      END $$`);
    await runner.query(replaced("pg_notify('makegood', ", "wake_listeners("));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(replaced("wake_listeners(", "pg_notify('makegood', "));
    await runner.query("DROP FUNCTION wake_listeners");
  }
}

/** Changes the one call and nothing else of the trigger as it is by now. */
const replaced = (from: string, to: string) => `
  DO $do$ BEGIN
    EXECUTE replace(pg_get_functiondef('number_timeline_event'::regproc),
      $a$${from}$a$, $b$${to}$b$);
  END $do$`;
