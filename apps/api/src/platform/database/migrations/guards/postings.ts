/**
 * A posting is complete when the transaction that wrote it commits: balanced, in its order's
 * currency, about its order's shop, adding to the shop's balance what it says, and nothing can be
 * added to it later. Supersedes check_posting_balanced.
 */
export const guardPostings = `
CREATE FUNCTION date_posting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.written_in := pg_current_xact_id()::text::bigint;
  RETURN NEW;
END $$;

CREATE TRIGGER date_posting BEFORE INSERT ON ledger_transactions
  FOR EACH ROW EXECUTE FUNCTION date_posting();

DROP TRIGGER check_posting_balanced ON ledger_entries;
DROP FUNCTION check_posting_balanced;

CREATE FUNCTION check_posting() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  posting ledger_transactions;
  parts record;
  wanted record;
BEGIN
  -- Positions have no gaps, so whatever comes later comes last, and is looked at with all the rest.
  IF NEW.position < (SELECT MAX(position) FROM ledger_entries WHERE transaction_id = NEW.transaction_id) THEN
    RETURN NULL;
  END IF;
  SELECT * INTO posting FROM ledger_transactions WHERE id = NEW.transaction_id;
  IF posting.written_in <> pg_current_xact_id()::text::bigint THEN
    RAISE EXCEPTION 'ledger transaction % is complete: nothing is added to it', posting.id USING ERRCODE = 'MG001';
  END IF;
  SELECT SUM(amount_minor) AS total, COUNT(*) = MAX(position) AND MIN(position) = 1 AS numbered,
    COALESCE(SUM(-amount_minor) FILTER (WHERE account = 'SHOP_BALANCE'), 0) AS of_shop,
    bool_and(currency = posting.currency) AS one_currency,
    bool_and(shop_id IS NULL OR shop_id = posting.shop_id) AS one_shop
    INTO parts FROM ledger_entries WHERE transaction_id = posting.id;
  IF parts.total <> 0 OR NOT parts.numbered THEN
    RAISE EXCEPTION 'ledger transaction % is not balanced', posting.id USING ERRCODE = 'MG001';
  END IF;
  IF NOT parts.one_currency THEN
    RAISE EXCEPTION 'ledger transaction % mixes currencies', posting.id USING ERRCODE = 'MG001';
  END IF;
  IF NOT parts.one_shop OR parts.of_shop <> posting.shop_minor THEN
    RAISE EXCEPTION 'ledger transaction % is not about its shop', posting.id USING ERRCODE = 'MG001';
  END IF;
  IF posting.order_id IS NOT NULL THEN
    SELECT shop_id, currency INTO wanted FROM orders WHERE id = posting.order_id;
    IF wanted.shop_id <> posting.shop_id OR wanted.currency <> posting.currency THEN
      RAISE EXCEPTION 'ledger transaction % is not of its order''s shop and currency', posting.id
        USING ERRCODE = 'MG001';
    END IF;
  END IF;
  IF posting.refund_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM refunds WHERE id = posting.refund_id AND order_id = posting.order_id
  ) THEN
    RAISE EXCEPTION 'ledger transaction % names another order''s refund', posting.id USING ERRCODE = 'MG001';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER check_posting AFTER INSERT ON ledger_entries
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_posting();

CREATE FUNCTION check_posting_has_entries() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM ledger_entries WHERE transaction_id = NEW.id) THEN
    RAISE EXCEPTION 'ledger transaction % has no entries', NEW.id USING ERRCODE = 'MG001';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER check_posting_has_entries AFTER INSERT ON ledger_transactions
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_posting_has_entries();

CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON money_terms
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON money_terms
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`;
