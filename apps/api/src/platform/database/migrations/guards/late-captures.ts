/**
 * What an order's own payments captured is the order's, also what comes of one after another: then
 * the order's sum grows to just theirs, and never shrinks. What one payment captured is set once.
 */
export const guardLateCaptures = `
CREATE OR REPLACE FUNCTION keep_captured() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  taken_now boolean := OLD.captured_minor = 0 AND NEW.captured_minor > 0 AND OLD.authorized_minor > 0;
BEGIN
  IF TG_TABLE_NAME = 'orders' AND OLD.authorized_minor > 0 AND OLD.captured_minor > 0
    AND NEW.captured_minor > OLD.captured_minor THEN
    taken_now := NEW.captured_minor = (SELECT SUM(captured_minor) FROM payments WHERE order_id = NEW.id);
  END IF;
  IF (NEW.captured_minor <> OLD.captured_minor AND NOT taken_now) OR NEW.currency <> OLD.currency
    OR NEW.purchase_id <> OLD.purchase_id OR NEW.authorized_minor <> OLD.authorized_minor THEN
    RAISE EXCEPTION 'what was captured never changes' USING ERRCODE = 'MG001';
  END IF;
  IF (NEW.refund_reserved_minor, NEW.refunded_minor)
    IS DISTINCT FROM (OLD.refund_reserved_minor, OLD.refunded_minor) AND pg_trigger_depth() < 2 THEN
    RAISE EXCEPTION 'refund counters follow refund_allocations' USING ERRCODE = 'MG001';
  END IF;
  RETURN NEW;
END $$;
`;
