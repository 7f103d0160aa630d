/**
 * What a bank left of a payment is owed to the buyer as before, and can be paid otherwise: a payout is
 * held back while the bank argues, or by as much as it paid the buyer itself.
 */
export const guardPayoutOfRest = `
CREATE OR REPLACE FUNCTION hold_payout_for_chargeback() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM refund_allocations a JOIN payments p ON p.id = a.payment_id
    WHERE a.refund_id = NEW.refund_id AND a.status IN ('FAILED', 'REVERSED') AND (
      EXISTS (SELECT 1 FROM chargebacks c
        WHERE c.payment_id = p.id AND c.status IN ('NEEDS_RESPONSE', 'UNDER_REVIEW'))
      OR (SELECT SUM(c.amount_minor) FROM chargebacks c
        WHERE c.payment_id = p.id AND c.status IN ('LOST', 'ACCEPTED'))
        + p.refund_reserved_minor > p.captured_minor)) THEN
    RAISE EXCEPTION 'a bank argues about its payment, or paid it: it is not paid otherwise' USING ERRCODE = 'MG001';
  END IF;
  RETURN NEW;
END $$;
`;
