/** A line's held and canceled quantities follow its cancellation units and nothing else. */
export const guardLines = `
CREATE FUNCTION keep_line_quantities() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() < 2 THEN
    RAISE EXCEPTION 'held and canceled quantities follow cancellation_units' USING ERRCODE = 'MG001';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER keep_line_quantities BEFORE UPDATE OF held_quantity, canceled_quantity, quantity, order_id
  ON order_lines FOR EACH ROW EXECUTE FUNCTION keep_line_quantities();

CREATE FUNCTION count_cancellation_units() RETURNS trigger LANGUAGE plpgsql AS $$
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
    IF OLD.state <> 'HELD' AND NEW.state <> OLD.state THEN
      RAISE EXCEPTION 'canceled and released units stay so' USING ERRCODE = 'MG001';
    END IF;
    IF NEW.state = OLD.state THEN RETURN NEW; END IF;
  END IF;
  UPDATE order_lines SET
    held_quantity = held_quantity + CASE WHEN TG_OP = 'INSERT' THEN NEW.quantity ELSE -NEW.quantity END,
    canceled_quantity = canceled_quantity + CASE WHEN NEW.state = 'CANCELED' THEN NEW.quantity ELSE 0 END
    WHERE id = NEW.line_id;
  RETURN NEW;
END $$;

CREATE TRIGGER count_cancellation_units AFTER INSERT OR UPDATE OR DELETE ON cancellation_units
  FOR EACH ROW EXECUTE FUNCTION count_cancellation_units();
`;
