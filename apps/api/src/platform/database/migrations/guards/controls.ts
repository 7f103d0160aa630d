/**
 * Four eyes and stop switches, also against plain SQL: a refund that waits for a second person moves
 * on only with their answer, and no attempt begins while a switch holds its refund back.
 */
export const guardControls = `
CREATE FUNCTION keep_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.status <> 'WAITING'
    OR (NEW.refund_id, NEW.shop_id, NEW.asked_by_id, NEW.asked_at)
      IS DISTINCT FROM (OLD.refund_id, OLD.shop_id, OLD.asked_by_id, OLD.asked_at) THEN
    RAISE EXCEPTION 'an approval is asked once and answered once' USING ERRCODE = 'MG001';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER keep_approval BEFORE UPDATE OR DELETE ON refund_approvals
  FOR EACH ROW EXECUTE FUNCTION keep_approval();

CREATE FUNCTION check_asked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status <> 'WAITING' OR NOT EXISTS (SELECT 1 FROM refunds
    WHERE id = NEW.refund_id AND status = 'PENDING_APPROVAL' AND created_by_id = NEW.asked_by_id) THEN
    RAISE EXCEPTION 'an approval is asked for by who made the refund' USING ERRCODE = 'MG001';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER check_asked BEFORE INSERT ON refund_approvals
  FOR EACH ROW EXECUTE FUNCTION check_asked();

CREATE FUNCTION check_approved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status NOT IN ('PENDING_APPROVAL', 'CANCELED') AND NOT EXISTS (
    SELECT 1 FROM refund_approvals WHERE refund_id = NEW.id AND status = 'APPROVED') THEN
    RAISE EXCEPTION 'refund % waits for a second person', NEW.id USING ERRCODE = 'MG001';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER check_approved BEFORE UPDATE OF status ON refunds
  FOR EACH ROW WHEN (OLD.status = 'PENDING_APPROVAL' AND NEW.status <> OLD.status)
  EXECUTE FUNCTION check_approved();

CREATE FUNCTION check_may_begin() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  refund refunds%ROWTYPE;
BEGIN
  SELECT * INTO refund FROM refunds WHERE id = NEW.refund_id;
  IF refund.status IN ('PENDING_APPROVAL', 'CANCELED') THEN
    RAISE EXCEPTION 'refund % is not approved', NEW.refund_id USING ERRCODE = 'MG001';
  END IF;
  IF EXISTS (SELECT 1 FROM stop_switches WHERE lifted_at IS NULL AND (scope = 'ALL'
    OR (scope = 'SHOP' AND subject = refund.shop_id)
    OR (scope = 'PROVIDER' AND subject = NEW.provider))) THEN
    RAISE EXCEPTION 'a stop switch holds refund % back', NEW.refund_id USING ERRCODE = 'MG001';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER check_may_begin BEFORE INSERT ON refund_attempts
  FOR EACH ROW EXECUTE FUNCTION check_may_begin();
`;
