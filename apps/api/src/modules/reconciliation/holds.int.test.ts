import type { DriftKind } from "@makegood/domain/reconciliation/drift";
import type { Charge } from "@makegood/sandbox-provider/contract";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as documents from "../../testing/documents.js";
import { type DriftShop, driftsNamed, onDrift, startDriftShop } from "../../testing/drift-shop.js";
import { freshKey } from "../../testing/test-client.js";
import { until } from "../../testing/until.js";

let at: DriftShop;
beforeAll(async () => {
  at = await startDriftShop();
});
afterAll(() => at.app.close());

const yesterday = () => new Date(Date.now() - 86_400_000).toISOString();
const named = () => driftsNamed(at, "HOLD");
const ask = async (driftItemId: string) => {
  const input = { driftItemId, idempotencyKey: freshKey() };
  return (await at.agent.ask(onDrift("askAboutDrift"), { input })).askAboutDrift;
};
const orderOf = async (id: string) => (await at.agent.ask(documents.orderStory, { id })).order;

/** An order that was canceled before anything was taken, and whose hold was let go. */
async function released(): Promise<{ orderId: string; charge: Charge }> {
  const made = await at.paid("instant", "authorized");
  const buyer = await at.app.client("buyer", at.buyerId);
  const input = { orderId: made.orderId, idempotencyKey: freshKey() };
  await buyer.ask(documents.requestCancellation, { input });
  await until(async () => expect((await orderOf(made.orderId)).financialStatus).toBe("VOIDED"));
  const charge = at.app.provider.books.charges.get(made.charge.id);
  if (!charge) throw new Error("it was just made");
  return { orderId: made.orderId, charge };
}

type OfHolds = Exclude<DriftKind, "WRONG_CHARGE" | "SHARED">;

/** How each kind of difference gets into a provider's books. Its subject, by our payment or theirs. */
const inject: Record<OfHolds, (charge: Charge) => string> = {
  MISSING: ({ id, reference }) => {
    at.app.provider.books.charges.delete(id);
    return reference;
  },
  EXTRA: (charge) =>
    at.putCharge({ ...charge, status: "authorized", updatedAt: yesterday() }).reference,
  WRONG_AMOUNT: (charge) => at.putCharge({ ...charge, amountMinor: 4999 }).reference,
  WRONG_CURRENCY: (charge) => at.putCharge({ ...charge, currency: "USD" }).reference,
  LATE: (charge) => at.putCharge({ ...charge, authorizedUntil: yesterday() }).reference,
  DUPLICATE: (charge) => at.putCharge({ ...charge, id: `${charge.id}_again` }).id,
};

test("every kind of difference between holds is named, none is invented, and all heal", async () => {
  const kinds = Object.keys(inject) as OfHolds[];
  const charges: Charge[] = [];
  for (const kind of [...kinds, "none"]) {
    const { charge } = kind === "EXTRA" ? await released() : await at.paid("instant", "authorized");
    charges.push(charge);
  }
  expect(await at.run()).toMatchObject({ found: 0 });
  const before = new Map(at.app.provider.books.charges);
  const injected = kinds.map((kind, index) => `${kind} ${inject[kind](charges[index] as Charge)}`);
  expect((await at.run()).found).toBe(kinds.length);
  expect(await named()).toEqual(injected.sort());
  at.app.provider.books.charges.clear();
  for (const charge of before.values()) at.putCharge(charge);
  expect((await at.run()).healed).toBe(kinds.length);
  expect(await named()).toEqual([]);
});

describe("a hold that the bank has let go of", () => {
  test.each([
    ["MISSING", inject.MISSING],
    ["LATE", inject.LATE],
  ])(
    "%s is taken over by asking again: the buyer is asked to pay again in time",
    async (kind, forge) => {
      const { orderId, charge } = await at.paid("instant", "authorized");
      const subject = forge(charge);
      await at.run();
      const { id, kind: found } = await at.item(subject);
      expect(found).toBe(kind);
      const { driftItem } = await ask(id);
      expect(driftItem).toMatchObject({ about: "HOLD", status: "HEALED" });
      expect((await orderOf(orderId)).nextAction.kind).toBe("PAY_AGAIN");
      expect((await at.run()).found).toBe(0);
    },
  );
});

test("a hold that was forgotten is let go of at the provider, and heals once it is", async () => {
  const { charge } = await released();
  const subject = inject.EXTRA(charge);
  await at.run();
  const { id } = await at.item(subject);
  expect((await ask(id)).driftItem).toMatchObject({
    status: "OPEN",
    nextStep: "SETTLE_AT_PROVIDER",
  });
  const settle = "mutation ($id: ID!) { settleAtSandboxProvider(driftItemId: $id) { id } }";
  await at.agent.ask(settle, { id });
  expect((await ask(id)).driftItem.status).toBe("HEALED");
  expect((await at.run()).found).toBe(0);
});

test("in a sandbox each of them can be put into the provider's books", async () => {
  const forge =
    "mutation ($input: ForgeSandboxBooksInput!) { forgeSandboxBooks(input: $input) { providerReference } }";
  const { charge } = await at.paid("instant", "authorized");
  const input = { about: "HOLD", kind: "WRONG_AMOUNT" };
  const { forgeSandboxBooks } = await at.agent.ask(forge, { input });
  expect(forgeSandboxBooks.providerReference).toBe(charge.id);
  await at.run();
  expect(await at.item(charge.reference)).toMatchObject({ kind: "WRONG_AMOUNT", status: "OPEN" });
});
