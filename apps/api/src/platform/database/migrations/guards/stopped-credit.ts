/**
 * Store credit can be spent as soon as it is written: a stop switch of everything, or of the refund's
 * shop, holds it back like any other money, whoever asks.
 */
export const guardStoppedCredit = `
CREATE FUNCTION check_credit_may_go() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM stop_switches s JOIN refunds r ON r.id = NEW.refund_id
    WHERE s.lifted_at IS NULL
      AND (s.scope = 'ALL' OR (s.scope = 'SHOP' AND s.subject = r.shop_id))) THEN
    RAISE EXCEPTION 'a stop switch holds refund % back', NEW.refund_id USING ERRCODE = 'MG001';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER check_credit_may_go BEFORE INSERT ON store_credit_entries
  FOR EACH ROW EXECUTE FUNCTION check_credit_may_go();
`;
