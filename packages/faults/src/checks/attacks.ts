import { Client } from "pg";
import { type Check, check } from "./check.js";

/** Plain SQL that would make money or its history wrong. Each must be refused. */
const attacks: Record<string, string> = {
  "reserves more than the order captured":
    "UPDATE orders SET refund_reserved_minor = captured_minor + 1",
  "pays back more than an order captured": `WITH r AS (INSERT INTO refunds
      SELECT (jsonb_populate_record(r, jsonb_build_object('id', 'rfd_attack', 'amount_minor', 1000000))).*
      FROM refunds r ORDER BY r.id LIMIT 1 RETURNING *)
    INSERT INTO refund_allocations SELECT (jsonb_populate_record(a, jsonb_build_object(
      'id', 'rfa_attack', 'refund_id', 'rfd_attack', 'amount_minor', 1000000, 'status', 'PENDING'))).*
      FROM refund_allocations a JOIN refunds r ON r.id = a.refund_id ORDER BY r.id LIMIT 1`,
  "raises what was captured": "UPDATE payments SET captured_minor = captured_minor + 1",
  "changes a posted entry": "UPDATE ledger_entries SET amount_minor = amount_minor + 1",
  "deletes the ledger": "DELETE FROM ledger_entries",
  "empties the ledger": "TRUNCATE ledger_entries CASCADE",
  "unbalances a posting": `INSERT INTO ledger_entries SELECT (jsonb_populate_record(e,
      jsonb_build_object('position', 99, 'amount_minor', 1))).* FROM ledger_entries e LIMIT 1`,
  "rewrites what happened": "UPDATE timeline_events SET reason = 'nothing'",
  "forgets who did it": "DELETE FROM audit_rows",
  "gives an attempt another key": "UPDATE refund_attempts SET provider_key = provider_key || 'x'",
};

/** Tries each in a transaction that is taken back; names those that went through. */
export async function checkAttacks(databaseUrl: string): Promise<Check> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const passed: string[] = [];
  try {
    for (const [name, sql] of Object.entries(attacks)) {
      await client.query("BEGIN");
      try {
        await client.query(sql);
        await client.query("SET CONSTRAINTS ALL IMMEDIATE");
        passed.push(name);
      } catch (error) {
        // Refused by a rule of ours or a constraint: anything else would be a broken attack.
        const code = (error as { code?: string }).code ?? "";
        if (!/^(MG|23)/.test(code)) passed.push(`${name}: ${(error as Error).message}`);
      }
      await client.query("ROLLBACK");
    }
  } finally {
    await client.end();
  }
  return check("attacks by plain SQL that went through", passed);
}
