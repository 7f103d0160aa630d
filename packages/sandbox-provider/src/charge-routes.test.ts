import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Charge } from "./contract.js";
import { type RunningProvider, startProvider } from "./start-provider.js";
import type { TestMethod } from "./test-methods.js";

let folder: string;
let provider: RunningProvider;

const start = () =>
  startProvider({ port: 0, dataFolder: folder, apiKey: "test-key", webhook: null });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "makegood-charges-"));
  provider = await start();
});
afterEach(async () => {
  await provider.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The answer's status and what it replays; LOST where the connection broke. */
async function post(path: string, body: unknown, key: string) {
  const response = await fetch(`${provider.url}/v1/charges/${path}`, {
    method: "POST",
    headers: { authorization: "Bearer test-key", "idempotency-key": key },
    body: JSON.stringify(body),
  }).catch(() => null);
  if (!response) return { status: "LOST", replayed: false, told: null };
  const told = (await response.json()) as { error?: { code: string } };
  const replayed = response.headers.get("idempotent-replayed") === "true";
  return { status: response.status, replayed, told: told.error?.code ?? null };
}

function charge(testMethod: TestMethod, capture: "later" | "unpaid" = "later"): string {
  const given = { reference: "pay_1", amountMinor: 1000, currency: "BRL", testMethod, capture };
  return provider.books.addCharges([given])[0]?.id ?? "";
}
const captureOf = (id: string, key: string, amountMinor = 700) =>
  post(`${id}/capture`, { amountMinor }, key);
const voidOf = (id: string, key: string) => post(`${id}/void`, {}, key);
const kept = (id: string): Charge | undefined => provider.books.charges.get(id);

describe("a charge that is only authorised", () => {
  test("is captured once, in part, and refunds no more than that", async () => {
    const id = charge("normal");
    expect((await captureOf(id, "a")).status).toBe(200);
    expect(await captureOf(id, "a")).toMatchObject({ status: 200, replayed: true });
    expect((await captureOf(id, "b")).told).toBe("charge_captured");
    expect((await voidOf(id, "c")).told).toBe("charge_captured");
    const refund = { chargeId: id, currency: "BRL", reference: "r" };
    const { books } = provider;
    expect(() => books.addRefund({ ...refund, amountMinor: 701 }, "d", "d")).toThrow("700");
    expect(books.addRefund({ ...refund, amountMinor: 700 }, "e", "e").amountMinor).toBe(700);
  });

  test("is voided and then captures nothing", async () => {
    const id = charge("normal");
    expect((await voidOf(id, "a")).status).toBe(200);
    expect((await captureOf(id, "b")).told).toBe("charge_voided");
  });

  test.each([
    ["capture_declined", captureOf, [402, 200]],
    ["void_refused", voidOf, [402, 200]],
    ["void_unavailable", voidOf, [503, 200]],
  ] as const)("with %s does it at the second call with a new key", async (method, step, wanted) => {
    const id = charge(method);
    expect([(await step(id, "a")).status, (await step(id, "b")).status]).toEqual(wanted);
  });

  test("answers the same refusal to the same key, but not the same outage", async () => {
    const declined = charge("capture_declined");
    await captureOf(declined, "a");
    expect(await captureOf(declined, "a")).toMatchObject({ status: 402, replayed: true });
  });

  test("does with the same key what was unavailable before", async () => {
    const id = charge("void_unavailable");
    expect([(await voidOf(id, "a")).status, (await voidOf(id, "a")).status]).toEqual([503, 200]);
  });

  test("keeps an effect whose answer was lost, over a restart", async () => {
    const id = charge("capture_answer_lost");
    expect((await captureOf(id, "a")).status).toBe("LOST");
    await provider.close();
    provider = await start();
    expect(await captureOf(id, "a")).toMatchObject({ status: 200, replayed: true });
    expect(kept(id)).toMatchObject({ status: "captured", capturedMinor: 700 });
  });

  test("can't be captured once the authorisation has lapsed", async () => {
    const answer = await captureOf(charge("authorization_expires"), "a");
    expect(answer.told).toBe("authorization_expired");
  });
});

describe("a charge that is still to be paid", () => {
  test("is paid in full, also after it was called off", async () => {
    const id = charge("normal", "unpaid");
    await voidOf(id, "a");
    expect((await post(`${id}/pay`, {}, "")).status).toBe(200);
    expect(kept(id)).toMatchObject({ status: "captured", capturedMinor: 1000 });
  });
});
