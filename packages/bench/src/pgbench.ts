import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { refundStatements } from "./refund-by-hand.js";

const run = promisify(execFile);
const seconds = 5;

/** pgbench, where the machine has one; the server from npm comes without. */
function pgbench(): string | null {
  const debian = "/usr/lib/postgresql";
  const places = [
    ...(process.env.PATH ?? "").split(delimiter),
    ...(existsSync(debian)
      ? readdirSync(debian).map((version) => join(debian, version, "bin"))
      : []),
  ];
  return places.map((place) => join(place, "pgbench")).find((file) => existsSync(file)) ?? null;
}

/** The refund's transaction by pgbench, one client. Milliseconds each; null where there is none. */
export async function refundByPgbench(
  databaseUrl: string,
  orderId: string,
): Promise<number | null> {
  const program = pgbench();
  if (!program) return null;
  const folder = mkdtempSync(join(tmpdir(), "makegood-pgbench-"));
  try {
    const script = join(folder, "refund.sql");
    writeFileSync(script, scriptFor(orderId));
    const arguments_ = ["-n", "-c", "1", "-T", String(seconds), "-M", "prepared", "-f", script];
    const { stdout } = await run(program, [...arguments_, databaseUrl]);
    return Number(/latency average = ([\d.]+) ms/.exec(stdout)?.[1] ?? Number.NaN);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The statements with pgbench's variables in place of parameters. One minor unit a time. */
function scriptFor(orderId: string): string {
  const { order, payment, refund, allocation, transaction, entries, event } = refundStatements;
  const fill = (sql: string, ...values: string[]) =>
    `${values.reduce((text, value, index) => text.replaceAll(`$${index + 1}`, value), sql).replace(/\s+/g, " ")};`;
  const id = `'${orderId}'`;
  const [refundId, postingId] = ["'rfd_pgb_' || :n", "'ltx_pgb_' || :n"].map((text) => `(${text})`);
  return [
    "\\set n random(1, 9000000000000000)",
    "BEGIN;",
    `${order.replace("SELECT *", "SELECT purchase_id, shop_id, currency").replace("$1", id)} \\gset`,
    `${payment.replace("SELECT *", "SELECT id AS payment_id").replace("$1", ":purchase_id").replace("FOR UPDATE", "LIMIT 1 FOR UPDATE")} \\gset`,
    fill(refund, refundId ?? "", id, "1"),
    fill(allocation, "('ral_pgb_' || :n)", refundId ?? "", id, ":payment_id", "1"),
    fill(transaction, postingId ?? "", refundId ?? "", ":shop_id", id, ":currency", "1"),
    fill(entries, postingId ?? "", ":shop_id", "1", ":currency"),
    fill(event, id, refundId ?? ""),
    "COMMIT;",
    "",
  ].join("\n");
}
