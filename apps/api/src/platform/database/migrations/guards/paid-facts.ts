const neverEmptied = [
  "orders",
  "order_lines",
  "payments",
  "payment_steps",
  "refunds",
  "refund_allocations",
  "refund_attempts",
  "refund_approvals",
  "refund_incidents",
  "refund_payouts",
  "refund_payout_parts",
  "chargebacks",
  "chargeback_shares",
  "payouts",
  "payout_holds",
  "drift_items",
  "stop_switches",
];

/**
 * Against plain SQL: a payment keeps its charge and an attempt its provider's refund, so that money goes
 * nowhere else; what was bought keeps its prices, by which refunds are reckoned; and nothing says that it
 * is paid which nothing has paid. Looked at when all of a transaction is written.
 */
export const guardPaidFacts = `
CREATE FUNCTION keep_fact() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of % never changes', TG_ARGV[0], TG_TABLE_NAME USING ERRCODE = 'MG001';
END $$;

CREATE TRIGGER keep_charge BEFORE UPDATE OF provider_charge_id ON payments FOR EACH ROW
  WHEN (OLD.provider_charge_id IS DISTINCT FROM NEW.provider_charge_id AND OLD.provider_charge_id IS NOT NULL)
  EXECUTE FUNCTION keep_fact('the charge');
CREATE TRIGGER keep_provider_refund BEFORE UPDATE OF provider_refund_id ON refund_attempts FOR EACH ROW
  WHEN (OLD.provider_refund_id IS DISTINCT FROM NEW.provider_refund_id AND OLD.provider_refund_id IS NOT NULL)
  EXECUTE FUNCTION keep_fact('the provider''s refund');
CREATE TRIGGER keep_bought BEFORE UPDATE OF items_minor, discount_minor, tax_minor, shipping_minor ON orders
  FOR EACH ROW WHEN ((OLD.items_minor, OLD.discount_minor, OLD.tax_minor, OLD.shipping_minor)
    IS DISTINCT FROM (NEW.items_minor, NEW.discount_minor, NEW.tax_minor, NEW.shipping_minor))
  EXECUTE FUNCTION keep_fact('what was bought');
CREATE TRIGGER keep_bought BEFORE UPDATE OF unit_price_minor, discount_minor, tax_minor, shipping_minor
  ON order_lines FOR EACH ROW WHEN ((OLD.unit_price_minor, OLD.discount_minor, OLD.tax_minor, OLD.shipping_minor)
    IS DISTINCT FROM (NEW.unit_price_minor, NEW.discount_minor, NEW.tax_minor, NEW.shipping_minor))
  EXECUTE FUNCTION keep_fact('what was bought');
CREATE TRIGGER keep_incident BEFORE UPDATE ON refund_incidents FOR EACH ROW
  WHEN ((OLD.refund_id, OLD.order_id, OLD.allocation_id, OLD.attempt_id, OLD.payout_id, OLD.amount_minor, OLD.currency)
    IS DISTINCT FROM (NEW.refund_id, NEW.order_id, NEW.allocation_id, NEW.attempt_id, NEW.payout_id, NEW.amount_minor, NEW.currency))
  EXECUTE FUNCTION keep_fact('what arrived twice');
CREATE TRIGGER keep_incidents BEFORE DELETE ON refund_incidents FOR EACH ROW EXECUTE FUNCTION keep_fact('a row');
CREATE TRIGGER keep_holds BEFORE DELETE ON payout_holds FOR EACH ROW EXECUTE FUNCTION keep_fact('a row');

CREATE FUNCTION begin_open() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status <> 'OPEN' THEN
    RAISE EXCEPTION 'an attempt starts as OPEN' USING ERRCODE = 'MG001';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER begin_open BEFORE INSERT ON refund_attempts FOR EACH ROW EXECUTE FUNCTION begin_open();

CREATE FUNCTION check_paid() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed jsonb := to_jsonb(NEW);
  part refund_allocations;
BEGIN
  FOR part IN SELECT * FROM refund_allocations a WHERE CASE TG_TABLE_NAME
      WHEN 'refund_allocations' THEN a.id = changed->>'id'
      WHEN 'refund_attempts' THEN a.id = changed->>'allocation_id'
      ELSE a.payout_id = changed->>'id' END
  LOOP
    IF (part.status = 'SUCCEEDED') <> (
      EXISTS (SELECT 1 FROM refund_attempts t WHERE t.allocation_id = part.id AND t.status = 'SUCCEEDED')
      OR EXISTS (SELECT 1 FROM refund_payouts p WHERE p.id = part.payout_id AND p.status = 'SUCCEEDED')) THEN
      RAISE EXCEPTION 'a part is paid by an attempt or a payout that was' USING ERRCODE = 'MG001';
    END IF;
    IF part.status NOT IN ('SUCCEEDED', 'CANCELED')
      AND EXISTS (SELECT 1 FROM refunds WHERE id = part.refund_id AND status = 'SUCCEEDED') THEN
      RAISE EXCEPTION 'a refund is paid once each part of it is' USING ERRCODE = 'MG001';
    END IF;
  END LOOP;
  RETURN NULL;
END $$;

CREATE FUNCTION check_refund_paid() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM refunds r JOIN refund_allocations a ON a.refund_id = r.id
    WHERE r.id = NEW.id AND r.status = 'SUCCEEDED' AND a.status NOT IN ('SUCCEEDED', 'CANCELED')) THEN
    RAISE EXCEPTION 'a refund is paid once each part of it is' USING ERRCODE = 'MG001';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER check_paid AFTER UPDATE OF status ON refund_allocations
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_paid();
CREATE CONSTRAINT TRIGGER check_paid AFTER UPDATE OF status ON refund_attempts
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_paid();
CREATE CONSTRAINT TRIGGER check_paid AFTER UPDATE OF status ON refund_payouts
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_paid();
CREATE CONSTRAINT TRIGGER check_refund_paid AFTER UPDATE OF status ON refunds
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_refund_paid();

CREATE FUNCTION refuse_emptying() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is never emptied', TG_TABLE_NAME USING ERRCODE = 'MG001';
END $$;
${neverEmptied
  .map(
    (table) => `
CREATE TRIGGER refuse_emptying BEFORE TRUNCATE ON ${table}
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_emptying();`,
  )
  .join("")}
`;
