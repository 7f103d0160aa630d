/** A payout is what was posted for it, is never another's or another amount, and never deleted. */
export const guardPayouts = `
CREATE FUNCTION check_payout_posted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.amount_minor > 0 AND NOT EXISTS (
    SELECT 1 FROM ledger_transactions WHERE kind = 'PAYOUT' AND reference = NEW.id
      AND shop_id = NEW.shop_id AND currency = NEW.currency AND shop_minor = -NEW.amount_minor
  ) THEN
    RAISE EXCEPTION 'payout % is not what was posted', NEW.id USING ERRCODE = 'MG001';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER check_payout_posted AFTER INSERT ON payouts
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_payout_posted();

CREATE FUNCTION keep_payout() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'payouts are never deleted' USING ERRCODE = 'MG001';
  END IF;
  IF (NEW.id, NEW.shop_id, NEW.amount_minor, NEW.currency, NEW.run_at)
    IS DISTINCT FROM (OLD.id, OLD.shop_id, OLD.amount_minor, OLD.currency, OLD.run_at) THEN
    RAISE EXCEPTION 'a payout keeps its shop and amount' USING ERRCODE = 'MG001';
  END IF;
  IF OLD.status IN ('FAILED', 'CARRIED_OVER') AND NEW.status <> OLD.status THEN
    RAISE EXCEPTION 'a payout that is over stays so' USING ERRCODE = 'MG001';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER keep_payout BEFORE UPDATE OR DELETE ON payouts
  FOR EACH ROW EXECUTE FUNCTION keep_payout();
`;
