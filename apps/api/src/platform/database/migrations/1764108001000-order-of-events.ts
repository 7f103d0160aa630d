import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * A transaction can be older than another and yet come to an order after it, having waited for its
 * lock. Events then bore transaction numbers against the order's own, and readers across orders gave
 * them in the wrong order. From here on, the number never falls within an order.
 */
export class OrderOfEvents1764108001000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runner.query(replaced(own, notBefore));
  }

  down(runner: QueryRunner): Promise<void> {
    return runner.query(replaced(notBefore, own));
  }
}

const own = "NEW.xid := pg_current_xact_id()::text::bigint;";
const notBefore = `NEW.xid := GREATEST(pg_current_xact_id()::text::bigint,
    (SELECT e.xid FROM timeline_events e WHERE e.order_id = NEW.order_id AND e.seq = NEW.seq - 1));`;

const replaced = (from: string, to: string) => `
  DO $do$
  DECLARE
    before text := pg_get_functiondef('number_timeline_event'::regproc);
    after text := replace(before, $a$${from}$a$, $b$${to}$b$);
  BEGIN
    ASSERT after <> before, 'number_timeline_event is not what this migration changes';
    EXECUTE after;
  END $do$`;
