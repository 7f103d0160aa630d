import { inspect } from "node:util";
import { freePort } from "@makegood/postgres/free-port";
import { expect, test } from "vitest";
import { systemClock } from "#platform/clock/system-clock.js";
import { OutcomeUnknown } from "../exports/refund-provider.js";
import { StripeProvider } from "./stripe-provider.js";

test("where nobody answers, nothing is known, and the error shows no key", async () => {
  const key = "sk_test_planted_where_logs_might_find_it";
  const url = `http://127.0.0.1:${await freePort()}`;
  const options = { url, key, webhookSecrets: ["whsec_x"], faultSettlesAfterSeconds: 0 };
  const provider = new StripeProvider(options, systemClock);
  const order = { chargeId: "ch_1", amountMinor: 100, currency: "BRL", reference: "rat_1" };
  const error = await provider
    .createRefund({ ...order, key: "rat_1", openedAt: systemClock.now() })
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(OutcomeUnknown);
  expect(inspect(error, { depth: 20, showHidden: true })).not.toContain("planted");
});
