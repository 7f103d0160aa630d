import { expect, test } from "vitest";
import { refundStatuses } from "./refund-machine.js";
import { arrivalNote, refundStepLabel, refundSteps as stepsAt } from "./refund-steps.js";

const zone = "America/Sao_Paulo";
const refundSteps = (refund: Parameters<typeof stepsAt>[0], now = at(1)) =>
  stepsAt(refund, now, zone);
const at = (day: number) => new Date(Date.UTC(2026, 10, day));
const refund = {
  approvedAt: at(1),
  waitsUntil: null,
  submittedAt: at(2),
  succeededAt: null,
  promisedBy: at(5),
  expectedAtBankBy: at(19),
};

test.each(refundStatuses)(
  "a refund in %s is taken by the network only if it succeeded",
  (status) => {
    const steps = refundSteps({
      ...refund,
      status,
      succeededAt: status === "SUCCEEDED" ? at(3) : null,
    });
    const taken = steps.find(({ code }) => code === "succeeded");
    expect(taken?.state === "DONE").toBe(status === "SUCCEEDED");
    // What is canceled is promised no more.
    const promised = status === "CANCELED" ? null : at(5);
    expect(taken?.at).toEqual(status === "SUCCEEDED" ? at(3) : promised);
    expect(steps.at(-1)?.state).not.toBe("DONE");
  },
);

test.each([
  ["PENDING_APPROVAL", "CURRENT"],
  ["CANCELED", "FAILED"],
] as const)(
  "nothing is said to be approved, or to come at once, while it is %s",
  (status, state) => {
    const waiting = { ...refund, status, approvedAt: null, submittedAt: null, waitsUntil: at(2) };
    const [approved, submitted] = refundSteps(waiting);
    expect(approved).toEqual({
      code: "approved",
      state,
      at: status === "CANCELED" ? null : at(2),
    });
    expect(submitted?.state).toBe("TO_COME");
  },
);

test("a refund paid as store credit ends there: no bank is waited for", () => {
  const steps = refundSteps({
    ...refund,
    status: "SUCCEEDED",
    succeededAt: at(3),
    payout: "STORE_CREDIT",
  });
  expect(steps.map(({ code }) => code)).toEqual(["approved", "submitted", "credited"]);
  expect(steps.map(({ state }) => state)).toEqual(["DONE", "DONE", "DONE"]);
});

test("a refund paid to an account is taken by its bank, not by the payment network", () => {
  const steps = refundSteps({ ...refund, status: "ALTERNATIVE_PAYOUT", payout: "BANK_TRANSFER" });
  expect(steps.map(({ code }) => code)).toContain("transferred");
  expect(steps.map(({ code }) => code)).not.toContain("succeeded");
});

test("the buyer alone is told of their own statement", () => {
  expect(refundStepLabel("at_bank", "en", "BUYER")).toBe("On your statement");
  expect(refundStepLabel("at_bank", "en", "SELLER")).toBe("On the buyer's statement");
  expect(refundStepLabel("at_bank", "pt-BR", null)).toBe("No extrato do comprador");
});

const succeeded = { ...refund, status: "SUCCEEDED", succeededAt: at(3) } as const;

test("what is late has its new date alone, and no day that has passed is one to come", () => {
  const late = { ...refund, status: "PROCESSING", newlyExpectedBy: at(9) } as const;
  const [, , taken, atBank] = refundSteps(late, at(6));
  expect(taken).toMatchObject({ state: "CURRENT", at: at(9) });
  expect(atBank).toMatchObject({ state: "TO_COME", at: at(19) });
  for (const status of refundStatuses) {
    for (const step of refundSteps({ ...late, status, waitsUntil: at(4) }, at(30))) {
      if (step.state !== "DONE") expect(step.at).toBeNull();
    }
  }
});

test("the tracker ends with the day that the bank takes at most, not an hour before", () => {
  const due = { ...succeeded, expectedAtBankBy: new Date("2026-12-14T12:00:00Z") };
  const last = (now: string) => refundSteps(due, new Date(now)).at(-1);
  expect(last("2026-12-15T02:59:00Z")).toMatchObject({ code: "at_bank", state: "CURRENT" });
  expect(last("2026-12-15T03:00:00Z")).toMatchObject({ code: "due_at_bank", state: "DONE" });
  expect(refundSteps(due, new Date("2026-12-25T12:00:00Z")).map(({ state }) => state)).toEqual(
    Array(4).fill("DONE"),
  );
  expect(refundStepLabel("due_at_bank", "en", "BUYER")).toBe("Should be on your statement");
  expect(arrivalNote("en", "BUYER", true)).toBe(
    "It should be on your statement by now. If it isn't, ask your bank with the reference below, or get help.",
  );
  expect(arrivalNote("pt-BR", "BUYER", false)).toMatch(/peça ajuda/);
});
