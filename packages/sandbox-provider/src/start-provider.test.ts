import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Webhook as Verifier } from "standardwebhooks";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Charge, Refund, Webhook } from "./contract.js";
import { type RunningProvider, startProvider } from "./start-provider.js";
import type { TestMethod } from "./test-methods.js";

const secret = `whsec_${Buffer.from("a secret of the tests, long enough").toString("base64")}`;
let folder: string;
let provider: RunningProvider;
let receiver: Server;
let heard: Webhook[];
let receiverUrl: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "makegood-provider-"));
  heard = [];
  receiver = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    heard.push(
      new Verifier(secret).verify(body, request.headers as Record<string, string>) as Webhook,
    );
    response.end();
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  const address = receiver.address();
  receiverUrl = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/hook`;
  provider = await start();
});
afterEach(async () => {
  await provider.close();
  await new Promise((resolve) => receiver.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

const start = () =>
  startProvider({
    port: 0,
    dataFolder: folder,
    apiKey: "test-key",
    webhook: { url: receiverUrl, secret },
    timeScale: 50,
  });

const call = (path: string, body?: unknown, headers: Record<string, string> = {}) =>
  fetch(`${provider.url}${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: { authorization: "Bearer test-key", ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

async function charge(testMethod: TestMethod): Promise<Charge> {
  const given = { reference: `pay_${testMethod}`, amountMinor: 1000, currency: "BRL", testMethod };
  const response = await call("/v1/charges/batch", { charges: [given] });
  const { charges } = (await response.json()) as { charges: [Charge] };
  return charges[0];
}

const refund = (chargeId: string, key: string, amountMinor = 400) =>
  call(
    "/v1/refunds",
    { chargeId, amountMinor, currency: "BRL", reference: `try_${key}` },
    { "idempotency-key": key },
  );

const patiently = { timeout: 30_000, interval: 20 };

async function finalStatus(id: string, wanted: string): Promise<void> {
  await vi.waitFor(async () => {
    const found = (await (await call(`/v1/refunds/${id}`)).json()) as Refund;
    expect(found.status).toBe(wanted);
  }, patiently);
}

const refundsHeard = () =>
  heard.flatMap((told) => (told.type === "refund.updated" ? [told.data.refund] : []));

describe("the sandbox provider", () => {
  test.each([
    ["instant", "succeeded"],
    ["normal", "succeeded"],
    ["always_fails", "failed"],
    ["expired_card", "failed"],
    ["fails_once", "failed"],
    ["reversed_later", "reversed"],
    ["needs_bank_details", "requires_action"],
    ["fails_after_success", "failed"],
    ["late_success", "succeeded"],
  ] as const)("%s ends %s, and says so by webhook", async (method, wanted) => {
    const made = (await (await refund((await charge(method)).id, "k")).json()) as Refund;
    await finalStatus(made.id, wanted);
    await vi.waitFor(() => expect(refundsHeard().at(-1)?.status).toBe(wanted), patiently);
  });

  test("makes one refund for fifty equal calls with one key, and marks replays", async () => {
    const { id } = await charge("instant");
    const answers = await Promise.all(Array.from({ length: 50 }, () => refund(id, "same")));
    const bodies = await Promise.all(
      answers.map(async (answer) => ((await answer.json()) as Refund).id),
    );
    expect(new Set(bodies).size).toBe(1);
    expect(answers.filter((answer) => answer.headers.get("idempotent-replayed")).length).toBe(49);
    expect((await refund(id, "same", 399)).status).toBe(409);
  });

  test("never refunds more than the charge, however many ask", async () => {
    const { id } = await charge("instant");
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => refund(id, `k${index}`)),
    );
    expect(answers.filter(({ ok }) => ok).length).toBe(2);
    const refused = answers.find(({ ok }) => !ok);
    expect(await refused?.json()).toMatchObject({ error: { code: "amount_exceeds_refundable" } });
  });

  test("loses the answer after the effect, and has it at the next call with the key", async () => {
    const { id } = await charge("drop_after_effect");
    await expect(refund(id, "k")).rejects.toThrow();
    const again = await refund(id, "k");
    expect(again.headers.get("idempotent-replayed")).toBe("true");
    expect(provider.books.refunds.size).toBe(1);
  });

  test("loses the connection before the effect, once", async () => {
    const { id } = await charge("drop_before_effect");
    await expect(refund(id, "k")).rejects.toThrow();
    expect(provider.books.refunds.size).toBe(0);
    expect((await refund(id, "k")).status).toBe(200);
  });

  test("keeps its 500 for the key; a new key works", async () => {
    const { id } = await charge("saved_500");
    expect((await refund(id, "k")).status).toBe(500);
    expect((await refund(id, "k")).headers.get("idempotent-replayed")).toBe("true");
    expect((await refund(id, "other")).status).toBe(200);
  });

  test("declines in the answer, and makes nothing", async () => {
    const { id } = await charge("declined");
    expect((await refund(id, "k")).status).toBe(402);
    expect(provider.books.refunds.size).toBe(0);
  });

  test("sends every webhook twice, or before its answer, where told to", async () => {
    await refund((await charge("duplicate_webhooks")).id, "a");
    await vi.waitFor(() => expect(heard.length).toBe(4), patiently);
    heard.length = 0;
    await refund((await charge("webhook_before_answer")).id, "b");
    expect(refundsHeard().map(({ status }) => status)).toEqual(["succeeded"]);
  });

  test("keeps its books over a crash, a torn line and pending changes included", async () => {
    const { id } = await charge("normal");
    const made = (await (await refund(id, "k")).json()) as Refund;
    await provider.close();
    appendFileSync(join(folder, "books.jsonl"), '{"kind":"refu');
    provider = await start();
    expect((await refund(id, "k")).headers.get("idempotent-replayed")).toBe("true");
    await finalStatus(made.id, "succeeded");
  });

  const post = async <T>(path: string, body: unknown, key: string): Promise<T> =>
    (await (await call(path, body, { "idempotency-key": key })).json()) as T;
  const pix = (holder: string) => ({ kind: "PIX", holder, pixKey: "ana@buyers.example" });

  test("waits for bank details, asks again for wrong ones, and goes on with good ones", async () => {
    const { id: chargeId } = await charge("needs_bank_details");
    const { id } = (await (await refund(chargeId, "k")).json()) as Refund;
    await finalStatus(id, "requires_action");
    const give = (holder: string, key: string) =>
      post<Refund>(`/v1/refunds/${id}/bank-details`, { destination: pix(holder) }, key);
    expect((await give("TEST WRONG", "d1")).status).toBe("pending");
    await finalStatus(id, "requires_action");
    expect(provider.books.refunds.get(id)?.pendingReason).toBe("bank_details_wrong");
    expect((await give("Ana", "d2")).status).toBe("pending");
    await finalStatus(id, "succeeded");
    expect((await give("Ana", "d2")).status).toBe("pending");
    expect((await call(`/v1/refunds/${id}/cancel`, {})).status).toBe(409);
  });

  test("gives up a refund that waits, however often it is told to", async () => {
    const { id: chargeId } = await charge("needs_bank_details");
    const { id } = (await (await refund(chargeId, "k")).json()) as Refund;
    await finalStatus(id, "requires_action");
    for (const _ of [1, 2]) {
      expect((await call(`/v1/refunds/${id}/cancel`, {})).status).toBe(200);
    }
    expect(provider.books.refunds.get(id)?.status).toBe("canceled");
  });

  test.each([
    ["Ana", "succeeded"],
    ["TEST CLOSED", "failed"],
    ["TEST RETURNED", "returned"],
  ])("a payout to %s ends %s, and its account is kept nowhere", async (holder, wanted) => {
    const given = { destination: pix(holder), amountMinor: 500, currency: "BRL", reference: "p" };
    const { id } = await post<{ id: string }>("/v1/payouts", given, "k");
    expect((await post<{ id: string }>("/v1/payouts", given, "k")).id).toBe(id);
    await vi.waitFor(() => expect(provider.books.payouts.get(id)?.status).toBe(wanted), patiently);
    await vi.waitFor(() => expect(heard.at(-1)?.type).toBe("payout.updated"), patiently);
    expect(readFileSync(join(folder, "books.jsonl"), "utf8")).not.toContain("ana@buyers.example");
  });

  test("opens and moves chargebacks, above the charge's amount, too, over a restart", async () => {
    const { id: chargeId } = await charge("normal");
    const opened = await post<{ id: string }>(
      "/v1/chargebacks",
      { chargeId, amountMinor: 1500 },
      "",
    );
    await post(`/v1/chargebacks/${opened.id}/move`, { status: "under_review" }, "");
    await vi.waitFor(
      () =>
        expect(heard.map(({ type }) => type)).toEqual(["chargeback.updated", "chargeback.updated"]),
      patiently,
    );
    await provider.close();
    provider = await start();
    const answer = await call(`/v1/chargebacks?chargeId=${chargeId}`);
    expect(await answer.json()).toMatchObject({
      chargebacks: [{ status: "under_review", amountMinor: 1500 }],
    });
  });

  test("lets its books be changed behind everybody's back, over a restart, telling nobody", async () => {
    const { id } = await charge("instant");
    await refund(id, "k");
    await vi.waitFor(() => expect(heard.length).toBe(1), patiently);
    const forge = (about: string, kind: string) =>
      post<{ id: string }>("/v1/forge", { about, kind }, "");
    const extra = await forge("refunds", "extra");
    const twice = await forge("charges", "duplicate");
    expect((await call("/v1/forge", { about: "refunds", kind: "late" })).status).toBe(409);
    await provider.close();
    provider = await start();
    expect(provider.books.refunds.get(extra.id)).toMatchObject({ reference: "made by hand" });
    expect(provider.books.refundsOf(id).length).toBe(2);
    expect([...provider.books.charges.keys()]).toEqual([id, twice.id]);
    expect((await call("/v1/forge", { about: "payouts", kind: "late" })).status).toBe(409);
    expect(heard.length).toBe(1);
  });

  test("tells strangers and nonsense apart from callers", async () => {
    const stranger = await fetch(`${provider.url}/v1/report`);
    expect(stranger.status).toBe(401);
    expect((await refund("ch_unknown", "k")).status).toBe(404);
    const bad = await call("/v1/refunds", { amountMinor: -1 }, { "idempotency-key": "z" });
    expect(bad.status).toBe(400);
    expect((await call("/v1/refunds", {})).status).toBe(400);
  });
});

test.each([
  { lost: { before: 1, after: 0 }, made: 0 },
  { lost: { before: 0, after: 1 }, made: 1 },
])("a connection lost as $lost leaves $made refund made", async ({ lost, made }) => {
  const { id } = await charge("instant");
  await provider.close();
  provider = await startProvider({
    port: 0,
    dataFolder: folder,
    apiKey: "test-key",
    webhook: null,
    lost,
  });
  await expect(refund(id, "lost")).rejects.toThrow();
  expect(provider.books.refundsOf(id).length).toBe(made);
});
