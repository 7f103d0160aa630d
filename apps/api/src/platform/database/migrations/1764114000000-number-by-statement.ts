import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * An order's counter is written once for each statement that appends to its timeline, not once for
 * each event: a row that has a version for every event of a command costs as many entries in all its
 * indexes. Numbers are given under the order's lock as before. A posting is hashed with fewer calls,
 * to the same hash: its rows hold no JSON, where leaving nulls out at any depth would be another thing.
 */
export class NumberByStatement1764114000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(numberUnderLock);
    await runner.query(countByStatement);
    await runner.query(
      contentOfLedger(
        "jsonb_strip_nulls(to_jsonb(posted))::text",
        "jsonb_strip_nulls(to_jsonb(e))::text",
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(contentOfLedger("trail_text(to_jsonb(posted))", "trail_text(to_jsonb(e))"));
    await runner.query("DROP TRIGGER count_timeline_events ON timeline_events");
    await runner.query("DROP FUNCTION count_timeline_events");
    await runner.query(numberByEvent);
  }
}

const numberUnderLock = `
CREATE OR REPLACE FUNCTION number_timeline_event() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last record;
BEGIN
  SELECT shop_id, buyer_id INTO NEW.shop_id, NEW.buyer_id FROM orders WHERE id = NEW.order_id
    FOR NO KEY UPDATE;
  SELECT seq, xid INTO last FROM timeline_events WHERE order_id = NEW.order_id
    ORDER BY seq DESC LIMIT 1;
  NEW.seq := COALESCE(last.seq, 0) + 1;
  NEW.position := nextval('timeline_positions');
  NEW.xid := GREATEST(pg_current_xact_id()::text::bigint, last.xid);
  PERFORM wake_listeners(NEW.order_id || ' ' || NEW.shop_id);
  RETURN NEW;
END $$;
`;

const countByStatement = `
CREATE FUNCTION count_timeline_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE orders o SET timeline_seq = told.seq
    FROM (SELECT order_id, MAX(seq) AS seq FROM added GROUP BY order_id) told
    WHERE o.id = told.order_id;
  RETURN NULL;
END $$;

CREATE TRIGGER count_timeline_events AFTER INSERT ON timeline_events
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_timeline_events();
`;

const numberByEvent = `
CREATE OR REPLACE FUNCTION number_timeline_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE orders SET timeline_seq = timeline_seq + 1 WHERE id = NEW.order_id
    RETURNING timeline_seq, shop_id, buyer_id INTO NEW.seq, NEW.shop_id, NEW.buyer_id;
  NEW.position := nextval('timeline_positions');
  NEW.xid := GREATEST(pg_current_xact_id()::text::bigint,
    (SELECT e.xid FROM timeline_events e WHERE e.order_id = NEW.order_id AND e.seq = NEW.seq - 1));
  PERFORM wake_listeners(NEW.order_id || ' ' || NEW.shop_id);
  RETURN NEW;
END $$;
`;

const contentOfLedger = (posting: string, entry: string) => `
CREATE OR REPLACE FUNCTION trail_content_of_ledger(posted ledger_transactions) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT concat_ws(E'\\n', ${posting},
    (SELECT string_agg(trail_hash(${entry}), E'\\n' ORDER BY e.position)
     FROM ledger_entries e WHERE e.transaction_id = posted.id))
$$;
`;
