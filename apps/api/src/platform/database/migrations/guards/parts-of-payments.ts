/**
 * A bank blocks what it argues about and takes what it decided, and nothing else of a payment: the rest
 * is sent back as ever. What was sent and what banks have is never more than was captured.
 */
export const guardPartsOfPayments = `
CREATE FUNCTION at_bank(c chargebacks) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN c.status IN ('NEEDS_RESPONSE', 'UNDER_REVIEW', 'LOST', 'ACCEPTED')
    OR (c.status = 'PREVENTED' AND c.buyer_repaid) THEN c.amount_minor ELSE 0 END
$$;

CREATE OR REPLACE FUNCTION keep_chargeback() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'chargebacks are never deleted' USING ERRCODE = 'MG001';
  END IF;
  IF (NEW.payment_id, NEW.provider, NEW.provider_chargeback_id, NEW.amount_minor, NEW.currency)
    IS DISTINCT FROM (OLD.payment_id, OLD.provider, OLD.provider_chargeback_id, OLD.amount_minor, OLD.currency) THEN
    RAISE EXCEPTION 'a chargeback keeps its payment and amount' USING ERRCODE = 'MG001';
  END IF;
  IF OLD.closed_at IS NOT NULL AND NEW.status <> OLD.status
    AND NOT (OLD.status = 'LOST' AND NEW.status = 'WON') THEN
    RAISE EXCEPTION 'a closed chargeback stays so' USING ERRCODE = 'MG001';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION hold_for_chargeback() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  payment payments;
  taken bigint;
  sent bigint;
BEGIN
  SELECT p.* INTO payment FROM payments p JOIN refund_allocations a ON a.payment_id = p.id
    WHERE a.id = NEW.allocation_id;
  SELECT COALESCE(SUM(at_bank(c)), 0) INTO taken FROM chargebacks c WHERE c.payment_id = payment.id;
  IF taken = 0 THEN RETURN NEW; END IF;
  SELECT SUM(a.amount_minor) INTO sent FROM refund_allocations a
    WHERE a.payment_id = payment.id
      AND (a.status IN ('PROCESSING', 'SUCCEEDED') OR a.id = NEW.allocation_id);
  IF taken + sent <= payment.captured_minor THEN RETURN NEW; END IF;
  IF EXISTS (SELECT 1 FROM chargebacks WHERE payment_id = payment.id
    AND status IN ('NEEDS_RESPONSE', 'UNDER_REVIEW')) THEN
    RAISE EXCEPTION 'a bank argues about payment %: what it disputes is not sent back', payment.id USING ERRCODE = 'MG001';
  END IF;
  RAISE EXCEPTION 'the bank paid the buyer of payment %: it is not paid twice', payment.id USING ERRCODE = 'MG001';
END $$;

CREATE OR REPLACE FUNCTION held_by_bank(payment text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT b.taken > 0 AND b.taken + p.refund_reserved_minor - LEAST(b.taken, w.waiting) > p.captured_minor
  FROM payments p,
    LATERAL (SELECT COALESCE(SUM(at_bank(c)), 0) AS taken FROM chargebacks c WHERE c.payment_id = p.id) b,
    LATERAL (SELECT COALESCE(SUM(a.amount_minor), 0) AS waiting
      FROM refund_allocations a JOIN refunds r ON r.id = a.refund_id
      WHERE a.payment_id = p.id AND a.status = 'PENDING'
        AND r.pending_reason IN ('chargeback_open', 'chargeback_lost')) w
  WHERE p.id = payment
$$;

CREATE FUNCTION keep_split_from() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a refund keeps what it was split from' USING ERRCODE = 'MG001';
END $$;

CREATE TRIGGER keep_split_from BEFORE UPDATE OF split_from_id ON refunds FOR EACH ROW
  WHEN (OLD.split_from_id IS DISTINCT FROM NEW.split_from_id) EXECUTE FUNCTION keep_split_from();
`;
