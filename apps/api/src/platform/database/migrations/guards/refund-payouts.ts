/**
 * Money goes to a buyer one way at a time: a payout pays exactly what is known to be unpaid, with the
 * buyer's own consent, and while it lives no attempt does. An attempt that turns out to have worked
 * after all is taken for what it is, or marked as paid twice; nothing says that it failed.
 */
export const guardRefundPayouts = `
CREATE FUNCTION paid_otherwise(allocation text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM refund_allocations a JOIN refund_payouts p ON p.id = a.payout_id
    WHERE a.id = allocation AND p.status IN ('OPEN', 'SUCCEEDED'))
$$;

CREATE FUNCTION keep_refund_payout() RETURNS trigger LANGUAGE plpgsql AS $$
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
    IF NEW.status <> OLD.status AND NOT ((OLD.status = 'OPEN' AND NEW.status IN ('SUCCEEDED', 'FAILED'))
      OR (OLD.status = 'SUCCEEDED' AND NEW.status = 'RETURNED')) THEN
      RAISE EXCEPTION 'a settled payout stays settled' USING ERRCODE = 'MG001';
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
  IF NEW.amount_minor IS DISTINCT FROM (SELECT SUM(amount_minor) FROM refund_allocations
    WHERE refund_id = NEW.refund_id AND status IN ('FAILED', 'REVERSED')) THEN
    RAISE EXCEPTION 'a payout pays what is unpaid, no more and no less' USING ERRCODE = 'MG001';
  END IF;
  IF EXISTS (SELECT 1 FROM refund_allocations a JOIN refund_attempts t ON t.allocation_id = a.id
    WHERE a.refund_id = NEW.refund_id AND a.status IN ('FAILED', 'REVERSED')
      AND t.status IN ('OPEN', 'SUCCEEDED', 'PAID_TWICE')) THEN
    RAISE EXCEPTION 'an attempt may still pay it, or has' USING ERRCODE = 'MG001';
  END IF;
  IF NEW.bank_details_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM bank_details
    WHERE id = NEW.bank_details_id AND refund_id = NEW.refund_id AND buyer_id = refund.buyer_id) THEN
    RAISE EXCEPTION 'a payout goes to the account given for its refund' USING ERRCODE = 'MG001';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER keep_refund_payout BEFORE INSERT OR UPDATE OR DELETE ON refund_payouts
  FOR EACH ROW EXECUTE FUNCTION keep_refund_payout();

CREATE FUNCTION keep_allocation_payout() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.payout_id IS NOT NULL AND NEW.payout_id IS DISTINCT FROM OLD.payout_id AND NOT EXISTS (
    SELECT 1 FROM refund_payouts WHERE id = NEW.payout_id AND refund_id = NEW.refund_id) THEN
    RAISE EXCEPTION 'an allocation is paid by a payout of its refund' USING ERRCODE = 'MG001';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER keep_allocation_payout BEFORE UPDATE OF payout_id ON refund_allocations
  FOR EACH ROW EXECUTE FUNCTION keep_allocation_payout();

DROP TRIGGER keep_refund ON refund_attempts;

CREATE FUNCTION keep_attempt() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'refunds and attempts are never deleted' USING ERRCODE = 'MG001';
  END IF;
  IF TG_OP = 'UPDATE' THEN
    IF (NEW.allocation_id, NEW.provider_key) IS DISTINCT FROM (OLD.allocation_id, OLD.provider_key) THEN
      RAISE EXCEPTION 'an attempt keeps its key' USING ERRCODE = 'MG001';
    END IF;
    IF NEW.status = OLD.status THEN RETURN NEW; END IF;
    IF NOT ((OLD.status = 'OPEN' AND NEW.status IN ('SUCCEEDED', 'FAILED'))
      OR (OLD.status = 'FAILED' AND NEW.status IN ('SUCCEEDED', 'PAID_TWICE'))
      OR (OLD.status = 'PAID_TWICE' AND NEW.status IN ('SUCCEEDED', 'REVERSED'))
      OR (OLD.status = 'SUCCEEDED' AND NEW.status = 'REVERSED')) THEN
      RAISE EXCEPTION 'a settled attempt stays settled' USING ERRCODE = 'MG001';
    END IF;
  END IF;
  IF NEW.status IN ('OPEN', 'SUCCEEDED') AND paid_otherwise(NEW.allocation_id) THEN
    RAISE EXCEPTION 'it is paid otherwise' USING ERRCODE = 'MG001';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER keep_attempt BEFORE INSERT OR UPDATE OR DELETE ON refund_attempts
  FOR EACH ROW EXECUTE FUNCTION keep_attempt();

CREATE FUNCTION check_store_credit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM refund_payouts p JOIN refunds r ON r.id = p.refund_id
    WHERE p.id = NEW.payout_id AND p.kind = 'STORE_CREDIT' AND p.refund_id = NEW.refund_id
      AND r.buyer_id = NEW.buyer_id AND p.currency = NEW.currency
      AND NEW.amount_minor = CASE NEW.kind WHEN 'REFUND' THEN p.amount_minor WHEN 'BONUS' THEN p.bonus_minor END
  ) THEN
    RAISE EXCEPTION 'store credit is what its payout says, for its refund''s buyer' USING ERRCODE = 'MG001';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER check_store_credit BEFORE INSERT ON store_credit_entries
  FOR EACH ROW EXECUTE FUNCTION check_store_credit();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON store_credit_entries
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON store_credit_entries
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`;
