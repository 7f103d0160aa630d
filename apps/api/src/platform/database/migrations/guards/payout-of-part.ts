/**
 * Of a refund to several payments, what no bank argues about or has paid can be paid otherwise: a payout
 * is for just those parts, no more and no less.
 */
export const guardPayoutOfPart = `
CREATE FUNCTION held_by_bank(payment text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM chargebacks c
      WHERE c.payment_id = payment AND c.status IN ('NEEDS_RESPONSE', 'UNDER_REVIEW'))
    OR COALESCE((SELECT SUM(c.amount_minor) FROM chargebacks c
        WHERE c.payment_id = payment AND c.status IN ('LOST', 'ACCEPTED'))
      + p.refund_reserved_minor > p.captured_minor, FALSE)
  FROM payments p WHERE p.id = payment
$$;

CREATE OR REPLACE FUNCTION keep_refund_payout() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  refund refunds;
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'payouts are never deleted' USING ERRCODE = 'MG001';
  END IF;
  IF TG_OP = 'UPDATE' THEN
    IF (NEW.refund_id, NEW.kind, NEW.amount_minor, NEW.bonus_minor, NEW.currency, NEW.bank_details_id,
        NEW.consent_by_id, NEW.consent_at)
      IS DISTINCT FROM (OLD.refund_id, OLD.kind, OLD.amount_minor, OLD.bonus_minor, OLD.currency,
        OLD.bank_details_id, OLD.consent_by_id, OLD.consent_at) THEN
      RAISE EXCEPTION 'a payout keeps what was agreed to' USING ERRCODE = 'MG001';
    END IF;
    IF NEW.status = OLD.status THEN RETURN NEW; END IF;
    IF NOT ((OLD.status = 'OPEN' AND NEW.status IN ('SUCCEEDED', 'FAILED'))
      OR (OLD.status = 'FAILED' AND NEW.kind = 'BANK_TRANSFER' AND NEW.status IN ('SUCCEEDED', 'PAID_TWICE'))
      OR (OLD.status = 'PAID_TWICE' AND NEW.status IN ('SUCCEEDED', 'RETURNED'))
      OR (OLD.status = 'SUCCEEDED' AND NEW.status = 'RETURNED')) THEN
      RAISE EXCEPTION 'a settled payout stays settled' USING ERRCODE = 'MG001';
    END IF;
    IF NEW.status = 'SUCCEEDED' AND EXISTS (SELECT 1 FROM refund_allocations a
      JOIN refund_attempts t ON t.allocation_id = a.id
      WHERE a.payout_id = NEW.id AND t.status IN ('OPEN', 'SUCCEEDED')) THEN
      RAISE EXCEPTION 'an attempt may still pay it, or has' USING ERRCODE = 'MG001';
    END IF;
    RETURN NEW;
  END IF;
  SELECT * INTO refund FROM refunds WHERE id = NEW.refund_id FOR UPDATE;
  IF NEW.status <> 'OPEN' OR NEW.currency <> refund.currency THEN
    RAISE EXCEPTION 'a payout starts as OPEN, in its refund''s currency' USING ERRCODE = 'MG001';
  END IF;
  IF NEW.consent_by_id <> refund.buyer_id THEN
    RAISE EXCEPTION 'only the buyer agrees to be paid otherwise' USING ERRCODE = 'MG001';
  END IF;
  IF NEW.amount_minor IS DISTINCT FROM (SELECT SUM(a.amount_minor) FROM refund_allocations a
    WHERE a.refund_id = NEW.refund_id AND a.status IN ('FAILED', 'REVERSED') AND NOT held_by_bank(a.payment_id)) THEN
    RAISE EXCEPTION 'a payout pays what is unpaid, no more and no less' USING ERRCODE = 'MG001';
  END IF;
  IF EXISTS (SELECT 1 FROM refund_allocations a JOIN refund_attempts t ON t.allocation_id = a.id
    WHERE a.refund_id = NEW.refund_id AND a.status IN ('FAILED', 'REVERSED') AND NOT held_by_bank(a.payment_id)
      AND (t.status IN ('OPEN', 'SUCCEEDED') OR (t.status = 'PAID_TWICE' AND NOT EXISTS (
        SELECT 1 FROM refund_incidents i WHERE i.attempt_id = t.id AND i.settlement = 'PAID_BACK'))
        OR (t.status = 'PAID_TWICE' AND EXISTS (SELECT 1 FROM refund_incidents i
          WHERE i.attempt_id = t.id AND i.settlement IS DISTINCT FROM 'PAID_BACK')))) THEN
    RAISE EXCEPTION 'an attempt may still pay it, or has' USING ERRCODE = 'MG001';
  END IF;
  IF EXISTS (SELECT 1 FROM refund_allocations a JOIN refund_incidents i ON i.allocation_id = a.id
    WHERE a.refund_id = NEW.refund_id AND a.status IN ('FAILED', 'REVERSED') AND NOT held_by_bank(a.payment_id)
      AND i.payout_id IS NOT NULL AND i.settlement IS NULL) THEN
    RAISE EXCEPTION 'a transfer has paid it already' USING ERRCODE = 'MG001';
  END IF;
  IF NEW.bank_details_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM bank_details
    WHERE id = NEW.bank_details_id AND refund_id = NEW.refund_id AND buyer_id = refund.buyer_id) THEN
    RAISE EXCEPTION 'a payout goes to the account given for its refund' USING ERRCODE = 'MG001';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION keep_refund_payout_parts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO refund_payout_parts (payout_id, allocation_id)
    SELECT NEW.id, a.id FROM refund_allocations a
    WHERE a.refund_id = NEW.refund_id
      AND a.status IN ('FAILED', 'REVERSED') AND NOT held_by_bank(a.payment_id);
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION refuse_payout_after_write_off() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM refund_allocations a JOIN refund_incidents i ON i.allocation_id = a.id
    WHERE a.refund_id = NEW.refund_id AND a.status IN ('FAILED', 'REVERSED') AND NOT held_by_bank(a.payment_id)
      AND i.payout_id IS NOT NULL AND i.settlement = 'WRITTEN_OFF') THEN
    RAISE EXCEPTION 'a transfer has paid it already, and was written off' USING ERRCODE = 'MG001';
  END IF;
  RETURN NEW;
END $$;

DROP TRIGGER hold_payout_for_chargeback ON refund_payouts;
DROP FUNCTION hold_payout_for_chargeback;
`;
