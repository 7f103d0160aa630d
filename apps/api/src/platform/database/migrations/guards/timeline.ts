/**
 * Numbers events within their order (which takes the order's row lock, so without gaps), gives them
 * the position and transaction that readers across orders resume by, and wakes listeners on commit.
 */
export const numberTimeline = `
CREATE SEQUENCE timeline_positions;

CREATE FUNCTION number_timeline_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE orders SET timeline_seq = timeline_seq + 1 WHERE id = NEW.order_id
    RETURNING timeline_seq, shop_id, buyer_id INTO NEW.seq, NEW.shop_id, NEW.buyer_id;
  NEW.position := nextval('timeline_positions');
  NEW.xid := pg_current_xact_id()::text::bigint;
  PERFORM pg_notify('makegood', NEW.order_id || ' ' || NEW.shop_id);
  RETURN NEW;
END $$;

CREATE TRIGGER number_timeline_event BEFORE INSERT ON timeline_events
  FOR EACH ROW EXECUTE FUNCTION number_timeline_event();

CREATE FUNCTION keep_timeline_seq() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.timeline_seq <> OLD.timeline_seq AND pg_trigger_depth() < 2 THEN
    RAISE EXCEPTION 'orders.timeline_seq follows timeline_events' USING ERRCODE = 'MG001';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER keep_timeline_seq BEFORE UPDATE OF timeline_seq ON orders
  FOR EACH ROW EXECUTE FUNCTION keep_timeline_seq();
`;
