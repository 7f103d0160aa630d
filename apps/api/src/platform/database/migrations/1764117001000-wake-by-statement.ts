import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Listeners are woken once for each order that a statement tells of, not once for each event, and an
 * order whose counter is right already (as an import writes it) gets no second version of its row.
 */
export class WakeByStatement1764117001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(numbering(""));
    await runner.query(`
CREATE OR REPLACE FUNCTION count_timeline_events() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  told record;
BEGIN
  FOR told IN SELECT order_id, shop_id, MAX(seq) AS seq FROM added GROUP BY order_id, shop_id LOOP
    UPDATE orders SET timeline_seq = told.seq WHERE id = told.order_id AND timeline_seq <> told.seq;
    PERFORM wake_listeners(told.order_id || ' ' || told.shop_id);
  END LOOP;
  RETURN NULL;
END $$;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(numbering("PERFORM wake_listeners(NEW.order_id || ' ' || NEW.shop_id);"));
    await runner.query(`
CREATE OR REPLACE FUNCTION count_timeline_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE orders o SET timeline_seq = told.seq
    FROM (SELECT order_id, MAX(seq) AS seq FROM added GROUP BY order_id) told
    WHERE o.id = told.order_id;
  RETURN NULL;
END $$;
`);
  }
}

const numbering = (waking: string) => `
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
  ${waking}
  RETURN NEW;
END $$;
`;
