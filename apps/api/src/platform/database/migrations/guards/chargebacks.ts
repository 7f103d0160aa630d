/**
 * While a bank argues about a payment nothing of it is sent back, and once the bank paid the buyer
 * nothing beyond what it left, whoever asks. What the bank has of an order follows from the shares.
 */
export const guardChargebacks = `
CREATE FUNCTION keep_chargeback() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'chargebacks are never deleted' USING ERRCODE = 'MG001';
  END IF;
  IF (NEW.payment_id, NEW.provider, NEW.provider_chargeback_id, NEW.amount_minor, NEW.currency)
    IS DISTINCT FROM (OLD.payment_id, OLD.provider, OLD.provider_chargeback_id, OLD.amount_minor, OLD.currency) THEN
    RAISE EXCEPTION 'a chargeback keeps its payment and amount' USING ERRCODE = 'MG001';
  END IF;
  IF OLD.closed_at IS NOT NULL AND NEW.status <> OLD.status THEN
    RAISE EXCEPTION 'a closed chargeback stays so' USING ERRCODE = 'MG001';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER keep_chargeback BEFORE UPDATE OR DELETE ON chargebacks
  FOR EACH ROW EXECUTE FUNCTION keep_chargeback();

CREATE FUNCTION count_charged_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'chargeback shares are never deleted' USING ERRCODE = 'MG001';
  END IF;
  IF TG_OP = 'UPDATE' AND (NEW.chargeback_id, NEW.order_id, NEW.amount_minor)
    IS DISTINCT FROM (OLD.chargeback_id, OLD.order_id, OLD.amount_minor) THEN
    RAISE EXCEPTION 'a chargeback share keeps its order and amount' USING ERRCODE = 'MG001';
  END IF;
  UPDATE orders SET charged_back_minor = charged_back_minor + NEW.withdrawn_minor
    - CASE WHEN TG_OP = 'UPDATE' THEN OLD.withdrawn_minor ELSE 0 END WHERE id = NEW.order_id;
  RETURN NEW;
END $$;

CREATE TRIGGER count_charged_back AFTER INSERT OR UPDATE OR DELETE ON chargeback_shares
  FOR EACH ROW EXECUTE FUNCTION count_charged_back();

CREATE FUNCTION keep_charged_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.charged_back_minor <> OLD.charged_back_minor AND pg_trigger_depth() < 2 THEN
    RAISE EXCEPTION 'orders.charged_back_minor follows chargeback_shares' USING ERRCODE = 'MG001';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER keep_charged_back BEFORE UPDATE OF charged_back_minor ON orders
  FOR EACH ROW EXECUTE FUNCTION keep_charged_back();

CREATE FUNCTION hold_for_chargeback() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  payment payments;
  lost bigint;
BEGIN
  SELECT p.* INTO payment FROM payments p JOIN refund_allocations a ON a.payment_id = p.id
    WHERE a.id = NEW.allocation_id;
  IF EXISTS (SELECT 1 FROM chargebacks WHERE payment_id = payment.id
    AND status IN ('NEEDS_RESPONSE', 'UNDER_REVIEW')) THEN
    RAISE EXCEPTION 'a bank argues about payment %: nothing of it is sent back', payment.id USING ERRCODE = 'MG001';
  END IF;
  SELECT SUM(amount_minor) INTO lost FROM chargebacks
    WHERE payment_id = payment.id AND status IN ('LOST', 'ACCEPTED');
  IF lost > 0 AND lost + payment.refund_reserved_minor > payment.captured_minor THEN
    RAISE EXCEPTION 'the bank paid the buyer of payment %: it is not paid twice', payment.id USING ERRCODE = 'MG001';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER hold_for_chargeback BEFORE INSERT ON refund_attempts
  FOR EACH ROW EXECUTE FUNCTION hold_for_chargeback();

CREATE FUNCTION hold_payout_for_chargeback() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM refund_allocations a JOIN chargebacks c ON c.payment_id = a.payment_id
    WHERE a.refund_id = NEW.refund_id AND a.status IN ('FAILED', 'REVERSED')
      AND c.status IN ('NEEDS_RESPONSE', 'UNDER_REVIEW', 'LOST', 'ACCEPTED')) THEN
    RAISE EXCEPTION 'a bank argues about its payment: it is not paid otherwise' USING ERRCODE = 'MG001';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER hold_payout_for_chargeback BEFORE INSERT ON refund_payouts
  FOR EACH ROW EXECUTE FUNCTION hold_payout_for_chargeback();
`;
