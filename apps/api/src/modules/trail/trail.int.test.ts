import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Platform } from "../../platform/platform.js";
import { type Signer, signerOf } from "../../platform/signing/signer.js";
import { startTestApp, type TestApp } from "../../testing/test-app.js";
import { freshKey } from "../../testing/test-client.js";
import { until } from "../../testing/until.js";
import { sealTrail } from "./exports/seal-trail.js";
import { verifyTrail } from "./exports/verify-trail.js";
import { sha256 } from "./trail-text.js";

const refundOnBehalf = `mutation ($input: RefundOnBehalfInput!) {
  refundOnBehalf(input: $input) { ... on RefundSuccess { refund { id } } }
}`;

let app: TestApp;
let orderId: string;

beforeAll(async () => {
  app = await startTestApp();
  // Webhooks would write rows of their own between the tests' steps: the answers say it all.
  app.provider.muted = true;
  const shop = await app.world.shop({
    name: "Pedra",
    policy: "generous",
    owner: { name: "Pedro", email: "pedro@shops.example" },
  });
  const buyerId = await app.world.person("Ana", "ana@buyers.example");
  const [order] = await app.world.purchase({
    buyerId,
    placedAt: app.platform.clock.now(),
    orders: [{ shop, lines: [{ title: "Bowl", quantity: 1, unitPriceMinor: 90_000 }] }],
    payments: [{ testMethod: "instant" }],
  });
  orderId = order?.id ?? "";
  const agent = await app.client("support", await app.world.agent("Sol", "sol@desk.example"));
  const refund = (amountMinor: number) =>
    agent.ask(refundOnBehalf, {
      input: { orderId, amountMinor, reason: "sorry", idempotencyKey: freshKey() },
    });
  // Side by side, so that the chains grow side by side, too.
  await Promise.all([100, 200, 300, 400].map(refund));
  await until(async () => {
    const rows = await sql("SELECT 1 FROM refunds WHERE status = 'SUCCEEDED'");
    expect(rows.length).toBe(4);
  });
  await app.worker.stop();
});
afterAll(() => app.close());

const sql = (text: string) => app.platform.database.query(text);

/** As a superuser who switches every trigger off, and puts all back at the end. */
const findingsAfter = (...statements: string[]) => findingsOf(app.platform, ...statements);

async function findingsOf(platform: Platform, ...statements: string[]): Promise<string[]> {
  const runner = app.platform.database.createQueryRunner();
  await runner.query("SET session_replication_role = replica");
  const tables = [
    "audit_rows",
    "ledger_transactions",
    "ledger_entries",
    "trail_links",
    "trail_seals",
  ];
  try {
    for (const table of tables)
      await runner.query(`CREATE TEMP TABLE old_${table} AS TABLE ${table}`);
    for (const statement of statements) await runner.query(statement);
    const { findings } = await verifyTrail(platform);
    return findings.map(({ kind, subject }) => `${kind} ${subject}`);
  } finally {
    for (const table of tables) {
      await runner.query(`DELETE FROM ${table}`);
      await runner.query(`INSERT INTO ${table} SELECT * FROM old_${table}`);
      await runner.query(`DROP TABLE old_${table}`);
    }
    await runner.query("SET session_replication_role = DEFAULT");
    await runner.release();
  }
}

/** A seal of the same links once more, by whichever key. */
function sealAfter(last: { number: number; body: string }, signer: Signer) {
  const number = last.number + 1;
  const body = JSON.stringify({ ...JSON.parse(last.body), number, previous: sha256(last.body) });
  const values = `${number}, now(), '${body}', '${signer.keyId}', '${signer.sign(body)}'`;
  const statement = `INSERT INTO trail_seals (number, sealed_at, body, key_id, signature) VALUES (${values})`;
  return { number, body, statement };
}

const auditIds = async (): Promise<string[]> =>
  (await sql("SELECT id FROM audit_rows ORDER BY id")).map(({ id }: { id: string }) => id);

describe("the audit trail", () => {
  beforeEach(async () => {
    await sealTrail(app.platform);
    expect((await verifyTrail(app.platform)).findings).toEqual([]);
  });

  test("is linked and sealed as it grows, each row once", async () => {
    const [{ rows }] = await sql(
      "SELECT (SELECT count(*) FROM audit_rows) + (SELECT count(*) FROM ledger_transactions) AS rows",
    );
    const report = await verifyTrail(app.platform);
    expect(report.links).toBe(Number(rows));
    expect(report.seals).toBeGreaterThan(0);
  });

  test("shows a row that was altered, in any of its columns", async () => {
    const [id] = await auditIds();
    for (const change of [
      "actor_id = 'somebody'",
      `input = input || '{"amountMinor": 1}'`,
      "at = at + interval '1 microsecond'",
      "order_id = NULL",
      "outcome = 'done '",
    ]) {
      const found = await findingsAfter(`UPDATE audit_rows SET ${change} WHERE id = '${id}'`);
      expect(found).toEqual([`ALTERED audit row ${id}`]);
    }
  });

  test("shows a row that was deleted, and one that was put in", async () => {
    const [id] = await auditIds();
    expect(await findingsAfter(`DELETE FROM audit_rows WHERE id = '${id}'`)).toEqual([
      `DELETED audit row ${id}`,
    ]);
    expect(
      await findingsAfter(
        `INSERT INTO audit_rows SELECT 'aud_forged', at, actor_kind, actor_id, command, order_id, outcome, input FROM audit_rows WHERE id = '${id}'`,
      ),
    ).toEqual(["INSERTED audit row aud_forged"]);
  });

  test("shows two rows that changed places", async () => {
    const [one = "", two = ""] = await auditIds();
    const found = await findingsAfter(
      `UPDATE audit_rows SET id = 'swap' WHERE id = '${one}'`,
      `UPDATE audit_rows SET id = '${one}' WHERE id = '${two}'`,
      `UPDATE audit_rows SET id = '${two}' WHERE id = 'swap'`,
    );
    expect(found.sort()).toEqual([`ALTERED audit row ${one}`, `ALTERED audit row ${two}`]);
  });

  test("shows a ledger entry that was changed, put in or taken out, by its transaction", async () => {
    const [{ id }] = await sql("SELECT id FROM ledger_transactions ORDER BY id LIMIT 1");
    for (const change of [
      `UPDATE ledger_entries SET amount_minor = amount_minor * 2 WHERE transaction_id = '${id}'`,
      `DELETE FROM ledger_entries WHERE transaction_id = '${id}' AND position = 1`,
      `INSERT INTO ledger_entries SELECT transaction_id, 90 + position, account, shop_id, amount_minor, currency FROM ledger_entries WHERE transaction_id = '${id}'`,
    ]) {
      expect(await findingsAfter(change)).toEqual([`ALTERED ledger transaction ${id}`]);
    }
    expect(await findingsAfter(`DELETE FROM ledger_transactions WHERE id = '${id}'`)).toContain(
      `DELETED ledger transaction ${id}`,
    );
  });

  test("shows a link that was altered or taken out together with its row", async () => {
    const [link] = await sql("SELECT * FROM trail_links ORDER BY chain, seq LIMIT 1");
    const at = `chain = ${link.chain} AND seq = ${link.seq}`;
    const altered = await findingsAfter(
      `UPDATE trail_links SET content_hash = 'x' WHERE ${at}`,
      `UPDATE audit_rows SET actor_id = 'x' WHERE id = '${link.subject_id}'`,
    );
    expect(altered).toContainEqual(expect.stringMatching(/^LINK_ALTERED/));
    const gone = await findingsAfter(
      `DELETE FROM trail_links WHERE ${at}`,
      `DELETE FROM audit_rows WHERE id = '${link.subject_id}'`,
      `DELETE FROM ledger_transactions WHERE id = '${link.subject_id}'`,
    );
    expect(gone).toContainEqual(expect.stringMatching(/^(LINK_MISSING|SEALED_LINK_CHANGED)/));
  });

  test("shows a chain that was written anew from its end on, since nobody else can seal it", async () => {
    const [link] = await sql(`SELECT l.* FROM trail_links l WHERE subject_kind = 'AUDIT'
      AND seq = (SELECT max(seq) FROM trail_links WHERE chain = l.chain) LIMIT 1`);
    const at = `chain = ${link.chain} AND seq = ${link.seq}`;
    const found = await findingsAfter(
      "SET timezone = 'UTC'",
      `UPDATE audit_rows SET actor_id = 'x' WHERE id = '${link.subject_id}'`,
      `UPDATE trail_links l SET content_hash = trail_hash(trail_text(to_jsonb(a))) FROM audit_rows a WHERE ${at} AND a.id = l.subject_id`,
      `UPDATE trail_links l SET hash = trail_hash(concat_ws(E'\\n', COALESCE((SELECT hash FROM trail_links b
         WHERE b.chain = l.chain AND b.seq = l.seq - 1), ''), chain, seq, subject_kind, subject_id, content_hash)) WHERE ${at}`,
    );
    expect(found).toEqual([`SEALED_LINK_CHANGED link ${link.chain}/${link.seq}`]);
  });

  test("shows a seal that was altered or taken out", async () => {
    expect(
      await findingsAfter(
        `UPDATE trail_seals SET body = replace(body, '"seq":', '"seq": ') WHERE number = 1`,
      ),
    ).toContain("SEAL_ALTERED seal 1");
    expect(await findingsAfter("UPDATE trail_seals SET number = 1000 WHERE number = 1")).toContain(
      "SEAL_MISSING seal 1",
    );
  });

  test("stays sealed when another key replaces the one that sealed it, which seals no more", async () => {
    const old = signerOf(app.platform.config.signingSeed);
    const seed = Buffer.alloc(32, 9);
    const oldKey = Buffer.from(old.publicJwk.x, "base64url");
    const withKeys = (retiredKeys: Buffer[]) => ({
      ...app.platform,
      config: { ...app.platform.config, signingSeed: seed, retiredKeys },
    });
    const [last] = await sql("SELECT number, body FROM trail_seals ORDER BY number DESC LIMIT 1");
    const next = sealAfter(last, signerOf(seed));
    expect(await findingsOf(withKeys([oldKey]), next.statement)).toEqual([]);
    expect(await findingsOf(withKeys([]), next.statement)).toContain("SEAL_ALTERED seal 1");
    const late = sealAfter(next, old);
    expect(await findingsOf(withKeys([oldKey]), next.statement, late.statement)).toEqual([
      `SEAL_ALTERED seal ${late.number}`,
    ]);
  });

  test("is checked by a command that names the row and says so by its exit code", async () => {
    const verify = () =>
      spawnSync(process.execPath, ["dist/main.js", "verify-audit"], {
        env: { ...process.env, ...app.env },
        encoding: "utf8",
      });
    expect(verify()).toMatchObject({ status: 0, stdout: expect.stringMatching(/0 findings/) });
    const [id] = await auditIds();
    const runner = app.platform.database.createQueryRunner();
    await runner.query("SET session_replication_role = replica");
    await runner.query(`UPDATE audit_rows SET outcome = 'undone' WHERE id = '${id}'`);
    const after = verify();
    await runner.query(`UPDATE audit_rows SET outcome = 'done' WHERE id = '${id}'`);
    await runner.query("SET session_replication_role = DEFAULT");
    await runner.release();
    expect(after).toMatchObject({
      status: 1,
      stdout: expect.stringContaining(`audit row ${id} was altered`),
    });
  });

  test("can't be changed by whoever keeps the triggers on", async () => {
    for (const table of ["trail_links", "trail_seals", "audit_rows"]) {
      await expect(sql(`DELETE FROM ${table}`)).rejects.toThrow(/append-only/);
      await expect(sql(`TRUNCATE ${table} CASCADE`)).rejects.toThrow(/append-only/);
    }
  });
});
