/**
 * An order without payments of its own never grows; and what a transfer paid twice and was written off
 * is the buyer's to keep, so that nothing pays the same part again.
 */
export const guardPaidAlready = `
CREATE OR REPLACE FUNCTION keep_captured() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  taken_now boolean := OLD.captured_minor = 0 AND NEW.captured_minor > 0 AND OLD.authorized_minor > 0;
BEGIN
  IF TG_TABLE_NAME = 'orders' AND OLD.authorized_minor > 0 AND OLD.captured_minor > 0
    AND NEW.captured_minor > OLD.captured_minor THEN
    taken_now := NEW.captured_minor
      = (SELECT COALESCE(SUM(captured_minor), 0) FROM payments WHERE order_id = NEW.id);
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

CREATE FUNCTION refuse_payout_after_write_off() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM refund_allocations a JOIN refund_incidents i ON i.allocation_id = a.id
    WHERE a.refund_id = NEW.refund_id AND a.status IN ('FAILED', 'REVERSED')
      AND i.payout_id IS NOT NULL AND i.settlement = 'WRITTEN_OFF') THEN
    RAISE EXCEPTION 'a transfer has paid it already, and was written off' USING ERRCODE = 'MG001';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER refuse_payout_after_write_off BEFORE INSERT ON refund_payouts
  FOR EACH ROW EXECUTE FUNCTION refuse_payout_after_write_off();
`;
