import { afterAll, beforeAll, expect, test } from "vitest";
import * as documents from "../../testing/documents.js";
import { type RepaymentStage, startRepaymentStage } from "../../testing/repayment-stage.js";
import type { Answer } from "../../testing/test-client.js";
import { until } from "../../testing/until.js";

let at: RepaymentStage;
beforeAll(async () => {
  at = await startRepaymentStage();
});
afterAll(() => at.app.close());

const tracked = async (id: string, client = at.buyer): Promise<Answer> =>
  (
    await client.ask(
      `query ($id: ID!) { refund(id: $id) { status promisedBy expectedBy expectedAtBankBy arrivalNote
        amount { amountMinor } paid { amountMinor } steps { code state at }
        allocations { status paidOtherwise amount { amountMinor } } } }`,
      { id },
    )
  ).refund;

const toCome = ({ steps }: Answer): string[] =>
  steps.flatMap(({ state, at: date }: Answer) => (state === "DONE" || !date ? [] : date));

test("what is late is tracked by its new date; what the bank has had its time for is at its end", async () => {
  const { refundId: late } = await at.canceled(["pending_days"]);
  const { refundId } = await at.canceled(["instant"]);
  await at.becomes(refundId, "SUCCEEDED");
  const before = await tracked(late);
  expect(before.expectedBy).toBe(before.promisedBy);
  const taken = await tracked(refundId);
  expect(taken).toMatchObject({ expectedBy: null, arrivalNote: null });
  expect(taken.steps.at(-1)).toMatchObject({ code: "at_bank", state: "CURRENT" });
  await at.agent.ask(documents.moveClock, {
    hours: at.app.hoursUntil(taken.expectedAtBankBy) + 25,
  });
  await until(async () => {
    const now = await tracked(late);
    expect(now.promisedBy).toBe(before.promisedBy);
    expect(now.expectedBy > at.app.platform.clock.now().toISOString()).toBe(true);
    expect(toCome(now)).not.toContain(before.promisedBy);
    for (const date of toCome(now)) expect(date >= now.expectedBy).toBe(true);
  });
  const over = await tracked(refundId);
  expect(over.steps.map(({ state }: Answer) => state)).toEqual(Array(4).fill("DONE"));
  expect(over.arrivalNote).toMatch(/should be on your statement by now/);
  expect((await tracked(refundId, at.agent)).arrivalNote).toMatch(/the buyer's statement/);
});

test("what is shown as paid is what was paid, whatever way it went", async () => {
  const { refundId } = await at.canceled(["always_fails", "instant"]);
  await at.becomes(refundId, "FAILED");
  const part = (await tracked(refundId)).allocations.find(
    ({ status }: Answer) => status === "FAILED",
  ).amount.amountMinor;
  expect((await tracked(refundId)).paid.amountMinor).toBe(10_000 - part);
  const creditMinor = part + Math.floor(part / 20);
  await at.send(at.buyer, "takeStoreCredit", { refundId, creditMinor });
  const { paid, allocations } = await tracked(refundId);
  expect(paid.amountMinor).toBe(10_000);
  const toPayments = allocations.filter(({ paidOtherwise }: Answer) => !paidOtherwise);
  expect(toPayments).toMatchObject([{ amount: { amountMinor: 10_000 - part } }]);
});
