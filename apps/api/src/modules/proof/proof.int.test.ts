import { createHash, createPublicKey, verify } from "node:crypto";
import type { RefundProof } from "@makegood/domain/proof/refund-proof";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signerOf } from "../../platform/signing/signer.js";
import type { MadeShop } from "../../scenario/made-shop.js";
import { startTestApp, type TestApp } from "../../testing/test-app.js";
import { type Answer, freshKey, type TestClient } from "../../testing/test-client.js";
import { until } from "../../testing/until.js";
import { checkProof } from "./exports/check-proof.js";

let app: TestApp;
let shop: MadeShop;
let ana: string;
let buyer: TestClient;
let agent: TestClient;

beforeAll(async () => {
  app = await startTestApp();
  const { world } = app;
  const owner = { name: "Pedro", email: "pedro@shops.example" };
  shop = await world.shop({ name: "Pedra", policy: "generous", owner });
  ana = await world.person("Ana", "ana@buyers.example");
  buyer = await app.client("buyer", ana);
  agent = await app.client("support", await world.agent("Sol", "sol@desk.example"));
});
afterAll(() => app.close());

async function refunded(testMethod: string, status: string): Promise<string> {
  const [order] = await app.world.purchase({
    buyerId: ana,
    placedAt: app.platform.clock.now(),
    orders: [{ shop, lines: [{ title: "Bowl", quantity: 1, unitPriceMinor: 9_900 }] }],
    payments: [{ testMethod, label: "Visa 4242 4242 4242 4242" }],
  });
  const input = {
    orderId: order?.id,
    amountMinor: 5_000,
    reason: "Sorry.",
    idempotencyKey: freshKey(),
  };
  const made = await agent.ask(
    "mutation ($input: RefundOnBehalfInput!) { refundOnBehalf(input: $input) { ... on RefundSuccess { refund { id } } } }",
    { input },
  );
  const id = made.refundOnBehalf.refund.id;
  await until(async () => {
    const { refund } = await buyer.ask("query ($id: ID!) { refund(id: $id) { status } }", { id });
    expect(refund.status).toBe(status);
  });
  return id;
}

const proofQuery = `query ($id: ID!) { refundProof(refundId: $id) {
  code jws jsonPath pdfPath checkUrl facts { label value } stillExpected { label by }
  ledger { kind place hash entries { words hash amount { amountMinor } } }
} }`;
const proofOf = async (client: TestClient, id: string): Promise<Answer> =>
  (await client.ask(proofQuery, { id })).refundProof;
const check = async (proof: string): Promise<Answer> =>
  (
    await app
      .anonymous()
      .ask(
        "query ($proof: String!) { verifyRefundProof(proof: $proof) { outcome message statusNow facts { label value } } }",
        { proof },
      )
  ).verifyRefundProof;
const fetched = (path: string, client = buyer) =>
  fetch(`${client.base}${path}`, { headers: client.headers });

describe("a refund's proof", () => {
  let id: string;
  let proof: Answer;
  beforeAll(async () => {
    id = await refunded("instant", "SUCCEEDED");
    proof = await proofOf(buyer, id);
  });

  test("says amount, instrument, reference, ledger, and what is only expected", async () => {
    const said = proof.facts.map(({ value }: Answer) => value).join("\n");
    expect(said).toMatch(
      /50\.00[\s\S]*taken by the payment network[\s\S]*Visa •••• 4242[\s\S]*ARN 7\d{22}/,
    );
    expect(said).not.toContain("4242 4242");
    expect(proof.stillExpected).toHaveLength(1);
    expect(proof.ledger.map(({ kind }: Answer) => kind)).toEqual(["Refund owed", "Refund paid"]);
    const [owed] = proof.ledger;
    expect(owed.entries.some(({ amount }: Answer) => amount === null)).toBe(true);
    expect(owed.entries.find(({ words }: Answer) => words === "owed to the buyer")).toMatchObject({
      amount: { amountMinor: -5_000 },
    });
  });

  test("is the same whoever asks and however often, also at once", async () => {
    const all = await Promise.all(
      [buyer, agent, buyer, agent].map((client) => proofOf(client, id)),
    );
    expect(new Set([proof, ...all].map(({ code }) => code))).toEqual(new Set([proof.code]));
    const fresh = await refunded("instant", "SUCCEEDED");
    const atOnce = await Promise.all([1, 2, 3, 4].map(() => proofOf(buyer, fresh)));
    expect(new Set(atOnce.map(({ code }) => code)).size).toBe(1);
  });

  test("is nobody's who does not see the refund", async () => {
    const bea = await app.client("buyer", await app.world.person("Bea", "bea@buyers.example"));
    expect(await proofOf(bea, id)).toBeNull();
    expect((await fetched(proof.jsonPath, bea)).status).toBe(404);
    expect((await fetched(proof.pdfPath, app.anonymous())).status).toBe(404);
  });

  test("is checked by a stranger by its code, its signature or its file", async () => {
    const file = await (await fetched(proof.jsonPath)).text();
    for (const held of [proof.code, proof.code.toLowerCase(), proof.jws, file]) {
      expect(await check(held)).toMatchObject({ outcome: "GENUINE", statusNow: "SUCCEEDED" });
    }
    const page = await fetch(`${buyer.base}/proofs/${proof.code}`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("This proof is genuine");
    expect((await fetch(`${buyer.base}/proofs/MGP-00000-00000-00000-00000`)).status).toBe(404);
  });

  test("is checked without us, by the published key and its own hashes", async () => {
    const { keys }: Answer = await (await fetch(`${buyer.base}/.well-known/jwks.json`)).json();
    const [head, payload, signature] = proof.jws.split(".");
    const key = createPublicKey({ key: keys[0], format: "jwk" });
    const bytes = Buffer.from(signature, "base64url");
    expect(verify(null, Buffer.from(`${head}.${payload}`), key, bytes)).toBe(true);
    const said = JSON.parse(Buffer.from(payload, "base64url").toString()) as RefundProof;
    const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
    for (const { text, entries, contentHash } of said.ledger) {
      for (const entry of entries) if (entry.text) expect(sha256(entry.text)).toBe(entry.hash);
      expect(sha256([text, ...entries.map(({ hash }) => hash)].join("\n"))).toBe(contentHash);
    }
  });

  test("is found out when anything in it was changed, or signed by another", async () => {
    const file = await (await fetched(proof.jsonPath)).text();
    expect(await check(file.replace('"amountMinor": 5000', '"amountMinor": 9000'))).toMatchObject({
      outcome: "TAMPERED",
      facts: [],
    });
    const [head, payload, signature] = proof.jws.split(".");
    const other = Buffer.from(payload, "base64url").toString().replace("5000", "9000");
    const forged = `${head}.${Buffer.from(other).toString("base64url")}.${signature}`;
    expect((await check(forged)).outcome).toBe("TAMPERED");
    const stranger = Buffer.from('{"alg":"EdDSA","kid":"0000"}').toString("base64url");
    expect((await check(`${stranger}.${payload}.${signature}`)).outcome).toBe("UNKNOWN_KEY");
    const none = Buffer.from('{"alg":"none"}').toString("base64url");
    expect((await check(`${none}.${payload}.${signature}`)).outcome).toBe("UNKNOWN_KEY");
    expect((await check("MGP-00000-00000-00000-00000")).outcome).toBe("NOT_OURS");
    for (const held of ["", "hello", "{}", "{", "a.b.c", "x".repeat(100_001)]) {
      expect((await check(held)).outcome).toBe("UNREADABLE");
    }
  });

  test("stays genuine when another key signs from now on, as long as the old one is named", async () => {
    const { signingSeed } = app.platform.config;
    const { x } = signerOf(signingSeed).publicJwk;
    const since = (retiredKeys: Buffer[]) => ({
      ...app.platform,
      config: { ...app.platform.config, signingSeed: Buffer.alloc(32, 9), retiredKeys },
    });
    const named = await checkProof(since([Buffer.from(x, "base64url")]), proof.code);
    expect(named.outcome).toBe("GENUINE");
    expect((await checkProof(since([]), proof.code)).outcome).toBe("UNKNOWN_KEY");
  });

  test("is a PDF in the reader's language", async () => {
    const response = await fetched(proof.pdfPath);
    expect(response.headers.get("content-type")).toBe("application/pdf");
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
    expect(bytes.length).toBeGreaterThan(3_000);
  });

  test("shows when the ledger behind it was rewritten", async () => {
    const runner = app.platform.database.createQueryRunner();
    await runner.query("SET session_replication_role = replica");
    const rewrite = (factor: number) =>
      runner.query(
        `UPDATE ledger_entries SET amount_minor = amount_minor * $2
         WHERE transaction_id IN (SELECT id FROM ledger_transactions WHERE refund_id = $1)`,
        [id, factor],
      );
    await rewrite(-1);
    const found = await check(proof.code);
    await rewrite(-1);
    await runner.query("SET session_replication_role = DEFAULT");
    await runner.release();
    expect(found.outcome).toBe("LEDGER_CHANGED");
    expect((await check(proof.code)).outcome).toBe("GENUINE");
  });

  test("says of money that the buyer took as store credit that it was paid so", async () => {
    const failed = await refunded("always_fails", "FAILED");
    const { refund } = await buyer.ask(
      "query ($id: ID!) { refund(id: $id) { payoutOptions { kind amount { amountMinor } bonus { amountMinor } } } }",
      { id: failed },
    );
    const offer = refund.payoutOptions.find(({ kind }: Answer) => kind === "STORE_CREDIT");
    const creditMinor = offer.amount.amountMinor + (offer.bonus?.amountMinor ?? 0);
    await buyer.ask(
      "mutation ($input: TakeStoreCreditInput!) { takeStoreCredit(input: $input) { ... on RefundSuccess { refund { status } } } }",
      { input: { refundId: failed, creditMinor, idempotencyKey: freshKey() } },
    );
    const { facts, stillExpected } = await proofOf(buyer, failed);
    const labels = facts.map(({ label }: Answer) => label);
    expect(labels).toContain("Given as store credit instead");
    expect(labels).not.toContain("Goes back to");
    expect(stillExpected).toEqual([]);
  });

  test("FIELD 3: stays genuine but is told to be outdated when the bank sends the money back", async () => {
    const reversing = await refunded("instant", "SUCCEEDED");
    const early = await proofOf(buyer, reversing);
    const made = [...app.provider.books.refunds.values()].at(-1);
    app.provider.books.turnRefund(made?.id ?? "", "reversed", "returned_by_bank");
    await until(async () => {
      const { outcome, statusNow } = await check(early.code);
      expect({ outcome, statusNow }).toEqual({ outcome: "OUTDATED", statusNow: "REVERSED" });
    });
    const late = await proofOf(buyer, reversing);
    expect(late.code).not.toBe(early.code);
    expect(late.facts.map(({ value }: Answer) => value)).toContain("sent back by the bank");
  });
});
