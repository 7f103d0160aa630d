import { expect, test } from "vitest";
import { refundStatuses } from "./refund-machine.js";
import { refundSteps } from "./refund-steps.js";

const at = (day: number) => new Date(Date.UTC(2026, 10, day));
const refund = {
  createdAt: at(1),
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
    expect(taken?.at).toEqual(status === "SUCCEEDED" ? at(3) : at(5));
    expect(steps.at(-1)?.state).not.toBe("DONE");
  },
);
