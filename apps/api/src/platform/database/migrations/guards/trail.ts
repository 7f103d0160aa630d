/**
 * Links each audit row and each ledger transaction (with its entries) into one of 64 hash chains when
 * the transaction that wrote it commits. The chain is chosen by the writing transaction, so that one
 * transaction waits for one chain only: there is no deadlock, and no lock that all commits share.
 * What is hashed is the row as jsonb without its empty fields, so that columns added later, being
 * empty in old rows, leave old hashes as they are.
 */
export const linkTrail = `
CREATE FUNCTION trail_text(fields jsonb) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT COALESCE(jsonb_object_agg(key, value), '{}')::text
  FROM jsonb_each(fields) WHERE value <> 'null'::jsonb
$$;

CREATE FUNCTION trail_hash(content text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT encode(sha256(convert_to(content, 'UTF8')), 'hex')
$$;

CREATE FUNCTION append_trail_link(kind text, subject text, content text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  on_chain int := mod(pg_current_xact_id()::text::bigint, 64)::int;
  last_seq bigint;
  last_hash text;
  hashed text := trail_hash(content);
BEGIN
  PERFORM pg_advisory_xact_lock(7264002, on_chain);
  SELECT seq, hash INTO last_seq, last_hash FROM trail_links WHERE chain = on_chain
    ORDER BY seq DESC LIMIT 1;
  last_seq := COALESCE(last_seq, 0) + 1;
  INSERT INTO trail_links (chain, seq, subject_kind, subject_id, content_hash, hash) VALUES
    (on_chain, last_seq, kind, subject, hashed, trail_hash(concat_ws(E'\\n',
      COALESCE(last_hash, ''), on_chain, last_seq, kind, subject, hashed)));
END $$;

CREATE FUNCTION trail_content_of_ledger(posted ledger_transactions) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT concat_ws(E'\\n', trail_text(to_jsonb(posted)),
    (SELECT string_agg(trail_hash(trail_text(to_jsonb(e))), E'\\n' ORDER BY e.position)
     FROM ledger_entries e WHERE e.transaction_id = posted.id))
$$;

CREATE FUNCTION link_to_trail() RETURNS trigger LANGUAGE plpgsql SET timezone = 'UTC' AS $$
BEGIN
  IF TG_TABLE_NAME = 'ledger_transactions' THEN
    PERFORM append_trail_link('LEDGER', NEW.id, trail_content_of_ledger(NEW));
  ELSE
    PERFORM append_trail_link('AUDIT', NEW.id, trail_text(to_jsonb(NEW)));
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER link_to_trail AFTER INSERT ON audit_rows
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION link_to_trail();
CREATE CONSTRAINT TRIGGER link_to_trail AFTER INSERT ON ledger_transactions
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION link_to_trail();

${["trail_links", "trail_seals"]
  .map(
    (table) => `
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON ${table}
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON ${table}
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();`,
  )
  .join("\n")}
`;

/** What was written before there was a trail, in the order in which it was. */
export const linkWhatIsThere = `
SET LOCAL timezone = 'UTC';
SELECT append_trail_link('AUDIT', a.id, trail_text(to_jsonb(a)))
  FROM (SELECT * FROM audit_rows ORDER BY at, id) a;
SELECT append_trail_link('LEDGER', t.id, trail_content_of_ledger(t))
  FROM (SELECT * FROM ledger_transactions ORDER BY posted_at, id) t;
`;
