/** A posting is balanced in its currency when the transaction that wrote it commits. */
export const guardLedger = `
CREATE FUNCTION check_posting_balanced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM ledger_entries WHERE transaction_id = NEW.transaction_id
    GROUP BY currency HAVING SUM(amount_minor) <> 0
  ) THEN
    RAISE EXCEPTION 'ledger transaction % is not balanced', NEW.transaction_id USING ERRCODE = 'MG001';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER check_posting_balanced AFTER INSERT ON ledger_entries
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_posting_balanced();
`;
