/**
 * Allocations reserve money on their payment and order the moment they exist; the checks of those
 * two tables then refuse whatever passes what was captured. What was captured never changes.
 */
export const guardRefunds = `
CREATE FUNCTION keep_captured() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.captured_minor <> OLD.captured_minor OR NEW.currency <> OLD.currency
    OR NEW.purchase_id <> OLD.purchase_id THEN
    RAISE EXCEPTION 'what was captured never changes' USING ERRCODE = 'MG001';
  END IF;
  IF (NEW.refund_reserved_minor, NEW.refunded_minor)
    IS DISTINCT FROM (OLD.refund_reserved_minor, OLD.refunded_minor) AND pg_trigger_depth() < 2 THEN
    RAISE EXCEPTION 'refund counters follow refund_allocations' USING ERRCODE = 'MG001';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER keep_captured BEFORE UPDATE ON payments FOR EACH ROW EXECUTE FUNCTION keep_captured();
CREATE TRIGGER keep_captured BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION keep_captured();

CREATE FUNCTION start_without_refunds() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.refund_reserved_minor <> 0 OR NEW.refunded_minor <> 0 THEN
    RAISE EXCEPTION 'refund counters start at zero' USING ERRCODE = 'MG001';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER start_without_refunds BEFORE INSERT ON payments
  FOR EACH ROW EXECUTE FUNCTION start_without_refunds();
CREATE TRIGGER start_without_refunds BEFORE INSERT ON orders
  FOR EACH ROW EXECUTE FUNCTION start_without_refunds();

CREATE FUNCTION check_captured_by_orders() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT COALESCE(SUM(captured_minor), 0) FROM orders WHERE purchase_id = NEW.purchase_id)
    > (SELECT COALESCE(SUM(captured_minor), 0) FROM payments WHERE purchase_id = NEW.purchase_id) THEN
    RAISE EXCEPTION 'the orders of purchase % claim more than its payments captured', NEW.purchase_id
      USING ERRCODE = 'MG001';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER check_captured_by_orders AFTER INSERT ON orders
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_captured_by_orders();

CREATE FUNCTION reserve_refund() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  reserved bigint := 0;
  paid bigint := 0;
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'refund allocations are canceled, never deleted' USING ERRCODE = 'MG001';
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'PENDING' THEN
      RAISE EXCEPTION 'refund allocations start as PENDING' USING ERRCODE = 'MG001';
    END IF;
    IF NOT EXISTS (
      SELECT 1 FROM refunds r
      JOIN orders o ON o.id = r.order_id AND o.buyer_id = r.buyer_id AND o.currency = r.currency
      JOIN payments p ON p.purchase_id = o.purchase_id AND p.currency = r.currency
      WHERE r.id = NEW.refund_id AND o.id = NEW.order_id AND p.id = NEW.payment_id
    ) THEN
      RAISE EXCEPTION 'a refund goes back to a payment of its own purchase, buyer and currency'
        USING ERRCODE = 'MG001';
    END IF;
    reserved := NEW.amount_minor;
  ELSE
    IF (NEW.refund_id, NEW.order_id, NEW.payment_id, NEW.amount_minor)
      IS DISTINCT FROM (OLD.refund_id, OLD.order_id, OLD.payment_id, OLD.amount_minor) THEN
      RAISE EXCEPTION 'a refund allocation never changes its amount or payment' USING ERRCODE = 'MG001';
    END IF;
    IF OLD.status = 'CANCELED' AND NEW.status <> 'CANCELED' THEN
      RAISE EXCEPTION 'a canceled allocation stays so' USING ERRCODE = 'MG001';
    END IF;
    IF OLD.status = 'SUCCEEDED' AND NEW.status NOT IN ('SUCCEEDED', 'REVERSED') THEN
      RAISE EXCEPTION 'a paid allocation can only be reversed' USING ERRCODE = 'MG001';
    END IF;
    IF NEW.status = OLD.status THEN RETURN NEW; END IF;
    IF NEW.status = 'CANCELED' THEN reserved := -NEW.amount_minor; END IF;
    IF NEW.status = 'SUCCEEDED' THEN paid := NEW.amount_minor; END IF;
    IF OLD.status = 'SUCCEEDED' THEN paid := -NEW.amount_minor; END IF;
  END IF;
  UPDATE orders SET refund_reserved_minor = refund_reserved_minor + reserved,
    refunded_minor = refunded_minor + paid WHERE id = NEW.order_id;
  UPDATE payments SET refund_reserved_minor = refund_reserved_minor + reserved,
    refunded_minor = refunded_minor + paid WHERE id = NEW.payment_id;
  RETURN NEW;
END $$;

CREATE TRIGGER reserve_refund AFTER INSERT OR UPDATE OR DELETE ON refund_allocations
  FOR EACH ROW EXECUTE FUNCTION reserve_refund();

CREATE FUNCTION check_refund_sum() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  refund text := CASE WHEN TG_TABLE_NAME = 'refunds' THEN to_jsonb(NEW)->>'id'
    ELSE to_jsonb(NEW)->>'refund_id' END;
BEGIN
  IF (SELECT amount_minor FROM refunds WHERE id = refund)
    <> (SELECT COALESCE(SUM(amount_minor), 0) FROM refund_allocations WHERE refund_id = refund) THEN
    RAISE EXCEPTION 'refund % is not the sum of its allocations', refund USING ERRCODE = 'MG001';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER check_refund_sum AFTER INSERT OR UPDATE OF amount_minor ON refunds
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_refund_sum();
CREATE CONSTRAINT TRIGGER check_refund_sum AFTER INSERT ON refund_allocations
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_refund_sum();

CREATE FUNCTION keep_refund() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'refunds and attempts are never deleted' USING ERRCODE = 'MG001';
  END IF;
  IF TG_TABLE_NAME = 'refunds' THEN
    IF (NEW.order_id, NEW.buyer_id, NEW.amount_minor, NEW.currency, NEW.promised_by)
      IS DISTINCT FROM (OLD.order_id, OLD.buyer_id, OLD.amount_minor, OLD.currency, OLD.promised_by) THEN
      RAISE EXCEPTION 'a refund keeps its order, buyer, amount and promise' USING ERRCODE = 'MG001';
    END IF;
  ELSE
    IF (NEW.allocation_id, NEW.provider_key) IS DISTINCT FROM (OLD.allocation_id, OLD.provider_key) THEN
      RAISE EXCEPTION 'an attempt keeps its key' USING ERRCODE = 'MG001';
    END IF;
    IF NEW.status <> OLD.status AND NOT (OLD.status = 'OPEN'
      OR (OLD.status = 'SUCCEEDED' AND NEW.status = 'REVERSED')) THEN
      RAISE EXCEPTION 'a settled attempt stays settled' USING ERRCODE = 'MG001';
    END IF;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER keep_refund BEFORE UPDATE OR DELETE ON refunds FOR EACH ROW EXECUTE FUNCTION keep_refund();
CREATE TRIGGER keep_refund BEFORE UPDATE OR DELETE ON refund_attempts
  FOR EACH ROW EXECUTE FUNCTION keep_refund();
`;
