/**
 * What an order made in exchange is worth is taken off the order whose goods came back: the same buyer,
 * shop, currency and purchase, exactly what the settled units are worth, once for each return.
 */
export const guardExchanges = `
CREATE FUNCTION take_exchanged() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  origin orders;
  worth bigint;
BEGIN
  SELECT o.* INTO origin FROM returns r JOIN orders o ON o.id = r.order_id
    WHERE r.id = NEW.exchange_return_id;
  IF (origin.purchase_id, origin.shop_id, origin.buyer_id, origin.currency)
    IS DISTINCT FROM (NEW.purchase_id, NEW.shop_id, NEW.buyer_id, NEW.currency) THEN
    RAISE EXCEPTION 'an exchange stays within its purchase, shop, buyer and currency' USING ERRCODE = 'MG001';
  END IF;
  SELECT COALESCE(SUM(gross_minor - kept_minor - deduction_minor), 0) INTO worth
    FROM return_units WHERE return_id = NEW.exchange_return_id AND state = 'DONE';
  IF worth <> NEW.captured_minor OR NEW.authorized_minor <> 0 THEN
    RAISE EXCEPTION 'an exchange is worth what came back' USING ERRCODE = 'MG001';
  END IF;
  UPDATE orders SET exchanged_minor = exchanged_minor + NEW.captured_minor WHERE id = origin.id;
  RETURN NEW;
END $$;

CREATE TRIGGER take_exchanged AFTER INSERT ON orders
  FOR EACH ROW WHEN (NEW.exchange_return_id IS NOT NULL) EXECUTE FUNCTION take_exchanged();

CREATE FUNCTION keep_exchanged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.exchange_return_id IS DISTINCT FROM OLD.exchange_return_id
    OR (NEW.exchanged_minor <> OLD.exchanged_minor AND pg_trigger_depth() < 2) THEN
    RAISE EXCEPTION 'what was exchanged follows the orders made for it' USING ERRCODE = 'MG001';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER keep_exchanged BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION keep_exchanged();

CREATE OR REPLACE FUNCTION check_captured_by_orders() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT COALESCE(SUM(captured_minor - exchanged_minor), 0) FROM orders WHERE purchase_id = NEW.purchase_id)
    > (SELECT COALESCE(SUM(captured_minor), 0) FROM payments WHERE purchase_id = NEW.purchase_id) THEN
    RAISE EXCEPTION 'the orders of purchase % claim more than its payments captured', NEW.purchase_id
      USING ERRCODE = 'MG001';
  END IF;
  RETURN NULL;
END $$;
`;
