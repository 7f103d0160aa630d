/**
 * A line's returning and returned quantities follow its return units and nothing else; a unit that
 * is settled stays so. Units of a rejected cancellation can be held again by a ruling.
 */
export const guardReturns = `
DROP TRIGGER keep_line_quantities ON order_lines;
CREATE TRIGGER keep_line_quantities BEFORE UPDATE OF held_quantity, canceled_quantity,
  returning_quantity, returned_quantity, quantity, order_id
  ON order_lines FOR EACH ROW EXECUTE FUNCTION keep_line_quantities();

CREATE FUNCTION count_return_units() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'return units are released, never deleted' USING ERRCODE = 'MG001';
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'OPEN' THEN
      RAISE EXCEPTION 'return units start as OPEN' USING ERRCODE = 'MG001';
    END IF;
    IF NOT EXISTS (
      SELECT 1 FROM returns r JOIN order_lines l ON l.order_id = r.order_id
      WHERE r.id = NEW.return_id AND l.id = NEW.line_id
    ) THEN
      RAISE EXCEPTION 'a return has units of its own order only' USING ERRCODE = 'MG001';
    END IF;
    UPDATE order_lines SET returning_quantity = returning_quantity + 1 WHERE id = NEW.line_id;
    RETURN NEW;
  END IF;
  IF (NEW.return_id, NEW.line_id, NEW.gross_minor)
    IS DISTINCT FROM (OLD.return_id, OLD.line_id, OLD.gross_minor) THEN
    RAISE EXCEPTION 'a return unit keeps its return, line and share' USING ERRCODE = 'MG001';
  END IF;
  IF OLD.state <> 'OPEN' AND (NEW.state, NEW.kept_minor, NEW.deduction_minor)
    IS DISTINCT FROM (OLD.state, OLD.kept_minor, OLD.deduction_minor) THEN
    RAISE EXCEPTION 'a settled return unit stays so' USING ERRCODE = 'MG001';
  END IF;
  IF NEW.state <> OLD.state THEN
    UPDATE order_lines SET returning_quantity = returning_quantity - 1,
      returned_quantity = returned_quantity + CASE WHEN NEW.state = 'DONE' THEN 1 ELSE 0 END
      WHERE id = NEW.line_id;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER count_return_units AFTER INSERT OR UPDATE OR DELETE ON return_units
  FOR EACH ROW EXECUTE FUNCTION count_return_units();

CREATE OR REPLACE FUNCTION count_cancellation_units() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'cancellation units are released, never deleted' USING ERRCODE = 'MG001';
  END IF;
  IF TG_OP = 'INSERT' AND NEW.state <> 'HELD' THEN
    RAISE EXCEPTION 'cancellation units start as HELD' USING ERRCODE = 'MG001';
  END IF;
  IF TG_OP = 'INSERT' AND NOT EXISTS (
    SELECT 1 FROM cancellations c JOIN order_lines l ON l.order_id = c.order_id
    WHERE c.id = NEW.cancellation_id AND l.id = NEW.line_id
  ) THEN
    RAISE EXCEPTION 'a cancellation has units of its own order only' USING ERRCODE = 'MG001';
  END IF;
  IF TG_OP = 'UPDATE' THEN
    IF (NEW.cancellation_id, NEW.line_id, NEW.quantity, NEW.amount_minor)
      IS DISTINCT FROM (OLD.cancellation_id, OLD.line_id, OLD.quantity, OLD.amount_minor) THEN
      RAISE EXCEPTION 'only the state of cancellation units changes' USING ERRCODE = 'MG001';
    END IF;
    IF NEW.state = OLD.state THEN RETURN NEW; END IF;
    IF OLD.state = 'RELEASED' AND NEW.state = 'HELD' THEN
      UPDATE order_lines SET held_quantity = held_quantity + NEW.quantity WHERE id = NEW.line_id;
      RETURN NEW;
    END IF;
    IF OLD.state <> 'HELD' THEN
      RAISE EXCEPTION 'canceled units stay so; released ones can only be held again' USING ERRCODE = 'MG001';
    END IF;
  END IF;
  UPDATE order_lines SET
    held_quantity = held_quantity + CASE WHEN TG_OP = 'INSERT' THEN NEW.quantity ELSE -NEW.quantity END,
    canceled_quantity = canceled_quantity + CASE WHEN NEW.state = 'CANCELED' THEN NEW.quantity ELSE 0 END
    WHERE id = NEW.line_id;
  RETURN NEW;
END $$;

CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON parcel_scans
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
`;
