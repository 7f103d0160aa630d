const tables = [
  "ledger_transactions",
  "ledger_entries",
  "timeline_events",
  "decisions",
  "policy_versions",
  "audit_rows",
];

/** Tables whose rows are written once: a correction is a new row. */
export const appendOnlyTables = `
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'MG001';
END $$;
${tables
  .map(
    (table) => `
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON ${table}
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON ${table}
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();`,
  )
  .join("\n")}
`;
