/** A promised date never moves silently: what is expected instead stands beside it. */
export const keepPromisedDates = `
CREATE FUNCTION keep_promised_date() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'promises are kept or broken, never deleted' USING ERRCODE = 'MG001';
  END IF;
  IF (NEW.kind, NEW.subject_id, NEW.order_id, NEW.made_at, NEW.promised_by)
    IS DISTINCT FROM (OLD.kind, OLD.subject_id, OLD.order_id, OLD.made_at, OLD.promised_by) THEN
    RAISE EXCEPTION 'a promise keeps its subject and its date' USING ERRCODE = 'MG001';
  END IF;
  IF NEW.escalation_level < OLD.escalation_level THEN
    RAISE EXCEPTION 'a promise that was broken stays so' USING ERRCODE = 'MG001';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER keep_promised_date BEFORE UPDATE OR DELETE ON service_promises
  FOR EACH ROW EXECUTE FUNCTION keep_promised_date();
`;
