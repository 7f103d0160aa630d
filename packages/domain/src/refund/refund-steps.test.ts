import { expect, test } from "vitest";
import { refundStatuses } from "./refund-machine.js";
import { refundStepLabel, refundSteps } from "./refund-steps.js";

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
    expect(approved).toEqual({ code: "approved", state, at: at(2) });
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
