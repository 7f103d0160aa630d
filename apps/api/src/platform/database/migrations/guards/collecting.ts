/**
 * What was captured is set once, when it is captured, and never changes after. A step to the provider
 * keeps its key, amount and kind, and once settled it stays so.
 */
export const guardCollecting = `
CREATE OR REPLACE FUNCTION keep_captured() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  taken_now boolean := OLD.captured_minor = 0 AND NEW.captured_minor > 0 AND OLD.authorized_minor > 0;
BEGIN
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

CREATE CONSTRAINT TRIGGER check_taken_by_orders AFTER UPDATE OF captured_minor ON orders
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_captured_by_orders();

CREATE FUNCTION keep_payment_step() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'payment steps are never deleted' USING ERRCODE = 'MG001';
  END IF;
  IF (NEW.payment_id, NEW.order_id, NEW.kind, NEW.amount_minor, NEW.provider_key)
    IS DISTINCT FROM (OLD.payment_id, OLD.order_id, OLD.kind, OLD.amount_minor, OLD.provider_key) THEN
    RAISE EXCEPTION 'a payment step keeps its payment, kind, amount and key' USING ERRCODE = 'MG001';
  END IF;
  IF OLD.status <> 'OPEN' AND NEW.status <> OLD.status THEN
    RAISE EXCEPTION 'a settled payment step stays settled' USING ERRCODE = 'MG001';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER keep_payment_step BEFORE UPDATE OR DELETE ON payment_steps
  FOR EACH ROW EXECUTE FUNCTION keep_payment_step();
`;
