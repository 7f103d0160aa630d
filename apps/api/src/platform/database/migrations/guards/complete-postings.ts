/**
 * A posting is looked at and linked to the trail once, as a whole, when the transaction that wrote it
 * commits: not once for each of its entries. Supersedes check_posting, check_posting_has_entries and,
 * for the ledger, link_to_trail. Checking and linking are one step, and nothing can be added to what
 * is linked: a transaction that has its constraints checked early can't slip an entry in afterwards.
 */
export const completePostings = `
DROP TRIGGER check_posting ON ledger_entries;
DROP FUNCTION check_posting;
DROP TRIGGER check_posting_has_entries ON ledger_transactions;
DROP FUNCTION check_posting_has_entries;
DROP TRIGGER link_to_trail ON ledger_transactions;

CREATE FUNCTION refuse_entries_of_complete() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  posting text;
BEGIN
  FOR posting IN SELECT DISTINCT transaction_id FROM added LOOP
    IF NOT EXISTS (SELECT 1 FROM ledger_transactions
        WHERE id = posting AND written_in = pg_current_xact_id()::text::bigint)
      OR EXISTS (SELECT 1 FROM trail_links WHERE subject_kind = 'LEDGER' AND subject_id = posting) THEN
      RAISE EXCEPTION 'ledger transaction % is complete: nothing is added to it', posting USING ERRCODE = 'MG001';
    END IF;
  END LOOP;
  RETURN NULL;
END $$;

CREATE TRIGGER refuse_entries_of_complete AFTER INSERT ON ledger_entries
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_entries_of_complete();

CREATE FUNCTION complete_posting() RETURNS trigger LANGUAGE plpgsql SET timezone = 'UTC' AS $$
DECLARE
  parts record;
  wanted record;
BEGIN
  SELECT COUNT(*) AS entries, SUM(amount_minor) AS total,
    COUNT(*) = MAX(position) AND MIN(position) = 1 AS numbered,
    COALESCE(SUM(-amount_minor) FILTER (WHERE account = 'SHOP_BALANCE'), 0) AS of_shop,
    bool_and(currency = NEW.currency) AS one_currency,
    bool_and(shop_id IS NULL OR shop_id = NEW.shop_id) AS one_shop,
    string_agg(encode(sha256(convert_to(jsonb_strip_nulls(to_jsonb(e))::text, 'UTF8')), 'hex'), E'\\n'
      ORDER BY position) AS hashes
    INTO parts FROM ledger_entries e WHERE transaction_id = NEW.id;
  IF parts.entries = 0 THEN
    RAISE EXCEPTION 'ledger transaction % has no entries', NEW.id USING ERRCODE = 'MG001';
  END IF;
  IF parts.total <> 0 OR NOT parts.numbered THEN
    RAISE EXCEPTION 'ledger transaction % is not balanced', NEW.id USING ERRCODE = 'MG001';
  END IF;
  IF NOT parts.one_currency THEN
    RAISE EXCEPTION 'ledger transaction % mixes currencies', NEW.id USING ERRCODE = 'MG001';
  END IF;
  IF NOT parts.one_shop OR parts.of_shop <> NEW.shop_minor THEN
    RAISE EXCEPTION 'ledger transaction % is not about its shop', NEW.id USING ERRCODE = 'MG001';
  END IF;
  IF NEW.order_id IS NOT NULL THEN
    SELECT shop_id, currency INTO wanted FROM orders WHERE id = NEW.order_id;
    IF wanted.shop_id <> NEW.shop_id OR wanted.currency <> NEW.currency THEN
      RAISE EXCEPTION 'ledger transaction % is not of its order''s shop and currency', NEW.id
        USING ERRCODE = 'MG001';
    END IF;
  END IF;
  IF NEW.refund_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM refunds WHERE id = NEW.refund_id AND order_id = NEW.order_id
  ) THEN
    RAISE EXCEPTION 'ledger transaction % names another order''s refund', NEW.id USING ERRCODE = 'MG001';
  END IF;
  PERFORM append_trail_link('LEDGER', NEW.id,
    concat_ws(E'\\n', jsonb_strip_nulls(to_jsonb(NEW))::text, parts.hashes));
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER complete_posting AFTER INSERT ON ledger_transactions
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION complete_posting();

DROP FUNCTION trail_content_of_ledger;

-- The same link as before, without a call for each hash.
CREATE OR REPLACE FUNCTION append_trail_link(kind text, subject text, content text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  on_chain int := mod(pg_current_xact_id()::text::bigint, 64)::int;
  last_seq bigint;
  last_hash text;
  hashed text := encode(sha256(convert_to(content, 'UTF8')), 'hex');
BEGIN
  PERFORM pg_advisory_xact_lock(7264002, on_chain);
  SELECT seq, hash INTO last_seq, last_hash FROM trail_links WHERE chain = on_chain
    ORDER BY seq DESC LIMIT 1;
  last_seq := COALESCE(last_seq, 0) + 1;
  INSERT INTO trail_links (chain, seq, subject_kind, subject_id, content_hash, hash) VALUES
    (on_chain, last_seq, kind, subject, hashed, encode(sha256(convert_to(concat_ws(E'\\n',
      COALESCE(last_hash, ''), on_chain, last_seq, kind, subject, hashed), 'UTF8')), 'hex'));
END $$;
`;
