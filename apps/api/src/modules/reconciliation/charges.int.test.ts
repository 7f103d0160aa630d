import type { DriftKind } from "@makegood/domain/reconciliation/drift";
import type { Charge } from "@makegood/sandbox-provider/contract";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { providerOf } from "#modules/refund/exports/providers.js";
import * as documents from "../../testing/documents.js";
import {
  type DriftShop,
  driftsNamed,
  newest,
  onDrift,
  startDriftShop,
} from "../../testing/drift-shop.js";
import { freshKey, type TestClient } from "../../testing/test-client.js";
import { chargeSubject } from "./compare-charges.js";
import { toLine } from "./our-charge.js";
import { readReport } from "./read-report.js";
import { reconcile } from "./reconcile.js";

let at: DriftShop;
beforeAll(async () => {
  at = await startDriftShop();
});
afterAll(() => at.app.close());

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

const send = async (client: TestClient, name: string, driftItemId: string) =>
  (await client.ask(onDrift(name), { input: { driftItemId, idempotencyKey: freshKey() } }))[name];

/** How each kind of difference gets into a provider's books. Its subject, by our payment or theirs. */
type OfCharges = Exclude<DriftKind, "WRONG_CHARGE" | "SHARED">;
const inject: Record<OfCharges, (charge: Charge) => string> = {
  MISSING: ({ id, reference }) => {
    at.app.provider.books.charges.delete(id);
    return reference;
  },
  EXTRA: (charge) =>
    at.putCharge({
      ...charge,
      id: `${charge.id}_foreign`,
      reference: "another shop's",
      createdAt: daysAgo(2),
    }).id,
  WRONG_AMOUNT: (charge) => at.putCharge({ ...charge, capturedMinor: 4999 }).reference,
  WRONG_CURRENCY: (charge) => at.putCharge({ ...charge, currency: "USD" }).reference,
  LATE: (charge) =>
    at.putCharge({ ...charge, status: "captured", capturedMinor: 5000, updatedAt: daysAgo(1) })
      .reference,
  DUPLICATE: (charge) => at.putCharge({ ...charge, id: `${charge.id}_again` }).id,
};

const named = () => driftsNamed(at, "CHARGE");

test("every kind of difference between charges is named, none is invented, and all heal", async () => {
  const kinds = Object.keys(inject) as OfCharges[];
  const charges: Charge[] = [];
  for (const kind of [...kinds, "none"]) {
    charges.push((await at.paid("instant", kind === "LATE" ? "authorized" : "captured")).charge);
  }
  expect(await at.run()).toMatchObject({ found: 0, reported: charges.length });
  const before = new Map(at.app.provider.books.charges);
  const injected = kinds.map((kind, index) => `${kind} ${inject[kind](charges[index] as Charge)}`);
  expect((await at.run()).found).toBe(kinds.length);
  expect(await named()).toEqual(injected.sort());
  await at.run();
  expect(await named()).toEqual(injected);
  at.app.provider.books.charges.clear();
  for (const charge of before.values()) at.putCharge(charge);
  expect((await at.run()).healed).toBe(kinds.length);
  expect(await named()).toEqual([]);
});

test("a payment that never came is not paid out to its shop until it is found, or accepted", async () => {
  const seller = await at.app.client("seller", at.shop.ownerId);
  const holds = async () => {
    const { shopBalances } = await seller.ask(
      "query ($id: ID!) { shopBalances(shopId: $id) { holds { reason sentence until order { id } amount { amountMinor } } } }",
      { id: at.shop.id },
    );
    return shopBalances[0].holds;
  };
  const { orderId, charge } = await at.paid("instant");
  inject.MISSING(charge);
  await at.run();
  const [held] = await holds();
  expect(held).toMatchObject({
    reason: "NO_PAYMENT",
    order: { id: orderId },
    amount: { amountMinor: 5000 },
  });
  expect(held.sentence).toMatch(/no such payment/);
  expect(held.until).not.toBeNull();
  at.putCharge(charge);
  await at.run();
  expect(await holds()).toEqual([]);

  inject.MISSING(charge);
  await at.run();
  expect(await holds()).toHaveLength(1);
  const { id } = await at.item(charge.reference);
  const propose = { driftItemId: id, words: "The provider will not find it.", idempotencyKey: "p" };
  await at.agent.ask(onDrift("proposeDriftAcceptance", "DriftWordsInput"), { input: propose });
  expect(await holds()).toHaveLength(1);
  expect((await send(at.lead, "acceptDrift", id)).driftItem.status).toBe("ACCEPTED");
  expect(await holds()).toEqual([]);
  at.putCharge(charge);
  await at.run();
  expect(await holds()).toEqual([]);
});

test("money taken for no order has one next step, and heals once it was given back", async () => {
  const { charge } = await at.paid("instant");
  const foreign = inject.EXTRA(charge);
  await at.run();
  const { driftItems, driftItemsCount } = await at.agent.ask(
    "{ driftItemsCount driftItems { edges { node { id about kind sentence nextStep order { id } providerReference } } } }",
  );
  expect(driftItemsCount).toBe(driftItems.edges.length);
  expect(newest(driftItems)).toMatchObject({
    about: "CHARGE",
    kind: "EXTRA",
    nextStep: "SETTLE_AT_PROVIDER",
    order: null,
    providerReference: foreign,
  });
  const { id, sentence } = newest(driftItems);
  expect(sentence).toContain("50.00");
  const wrong = await send(at.agent, "bookDriftAsUnpaid", id);
  expect(wrong.__typename).toBe("PersonNotAllowed");
  expect((await send(at.lead, "bookDriftAsUnpaid", id)).allowedCommands).toEqual([
    "SETTLE_AT_PROVIDER",
    "ACCEPT",
  ]);
  expect((await send(at.agent, "askAboutDrift", id)).driftItem.status).toBe("OPEN");
  const given = { chargeId: foreign, amountMinor: 5000, currency: "BRL", reference: "by hand" };
  at.app.provider.books.addRefund(given, "by hand", "by hand");
  expect((await send(at.agent, "askAboutDrift", id)).driftItem.status).toBe("HEALED");
  // What went back of it is no refund that we miss either.
  expect((await at.run()).found).toBe(0);
});

describe("a payment that nobody told us of", () => {
  test("is taken over by asking again, and its order goes on", async () => {
    const { orderId, charge } = await at.paid("instant", "due");
    at.app.provider.muted = true;
    at.app.provider.books.changeCharge(charge.id, { kind: "pay" }, null);
    at.app.provider.muted = false;
    inject.LATE(charge);
    await at.run();
    const { id, kind } = await at.item(charge.reference);
    expect(kind).toBe("LATE");
    expect((await send(at.agent, "askAboutDrift", id)).driftItem.status).toBe("HEALED");
    const { order } = await at.agent.ask(documents.orderStory, { id: orderId });
    expect(order.totals.captured.amountMinor).toBe(5000);
    expect((await at.run()).found).toBe(0);
  });
});

test("in a sandbox support makes books differ and settles it there; nobody else does", async () => {
  const forge = `mutation ($input: ForgeSandboxBooksInput!) {
    forgeSandboxBooks(input: $input) { providerReference } }`;
  const settle = "mutation ($id: ID!) { settleAtSandboxProvider(driftItemId: $id) { id } }";
  await at.paid("instant");
  const input = { about: "CHARGE", kind: "DUPLICATE" };
  const seller = await at.app.client("seller", at.shop.ownerId);
  expect((await seller.send(forge, { input })).data.forgeSandboxBooks).toBeNull();
  const { forgeSandboxBooks: forged } = await at.agent.ask(forge, { input });
  await at.run();
  const { id } = await at.item(forged.providerReference);
  expect((await seller.send(settle, { id })).data.settleAtSandboxProvider).toBeNull();
  expect((await at.agent.ask(settle, { id })).settleAtSandboxProvider).toEqual({ id });
  expect((await send(at.agent, "askAboutDrift", id)).driftItem.status).toBe("HEALED");
  const { charge } = await at.paid("instant");
  inject.WRONG_AMOUNT(charge);
  await at.run();
  const other = await at.item(charge.reference);
  expect((await at.agent.ask(settle, { id: other.id })).settleAtSandboxProvider).toBeNull();
  const given = [...at.app.provider.books.refunds.values()].map(({ chargeId }) => chargeId);
  expect(given).not.toContain(charge.id);
  at.putCharge(charge);
  const none = { about: "TRANSFER", kind: "LATE" };
  const answer = await at.agent.ask(forge, { input: none });
  expect(answer.forgeSandboxBooks.providerReference).toBeNull();
});

test("what the ledger says was captured is compared, too", async () => {
  const { charge, orderId } = await at.paid("instant");
  // Balanced, and so let in by the database; that it is wrong only the payments can tell.
  await at.app.platform.database.query(
    `WITH taken AS (SELECT * FROM ledger_transactions WHERE kind = 'CAPTURE' AND order_id = $1),
     again AS (
       INSERT INTO ledger_transactions (id, kind, reference, shop_id, order_id, currency, shop_minor,
         posted_at, available_at)
       SELECT 'led_wrong', 'CAPTURE', 'wrong', shop_id, order_id, currency, 0, posted_at, available_at
       FROM taken)
     INSERT INTO ledger_entries (transaction_id, position, account, amount_minor, currency)
     VALUES ('led_wrong', 1, 'PROVIDER_CLEARING', -100, 'BRL'), ('led_wrong', 2, 'TAX', 100, 'BRL')`,
    [orderId],
  );
  await at.run();
  const [item] = await at.app.platform.database.query(
    "SELECT kind, ours_minor::int AS ours, theirs_minor::int AS theirs FROM drift_items WHERE subject = $1",
    [charge.reference],
  );
  expect(item).toEqual({ kind: "WRONG_AMOUNT", ours: 4900, theirs: 5000 });
});

test("a report that lacks most of ours is told of, instead of an item for each", async () => {
  const { charge } = await at.paid("instant");
  const [before] = await at.app.platform.database.query("SELECT count(*) FROM drift_items");
  await at.app.platform.database.query(
    `INSERT INTO payments (id, purchase_id, position, method, label, currency, captured_minor,
       provider_charge_id)
     SELECT 'pay_gone_' || n, purchase_id, 100 + n, method, label, currency, 1, 'ch_gone_' || n
     FROM payments, generate_series(1, 201) n WHERE id = $1`,
    [charge.reference],
  );
  const run = await reconcile(at.app.platform, at.providers, "sandbox");
  expect(run?.problem).toMatch(/^report_lacks:20\d$/);
  const [after] = await at.app.platform.database.query("SELECT count(*) FROM drift_items");
  expect(after).toEqual(before);
});

test("a charge whose two names are known as two payments' is the one's that has its own", async () => {
  const { charge } = await at.paid("instant");
  const { manager } = at.app.platform.database;
  await manager.query(
    `INSERT INTO payments (id, purchase_id, position, method, label, currency, captured_minor,
       provider_charge_id)
     SELECT 'pay_intent', purchase_id, 100, method, label, currency, 1, 'pi_intent'
     FROM payments WHERE id = $1`,
    [charge.reference],
  );
  const said = await providerOf(at.providers, "sandbox").books.charge(charge.id);
  if (!said) throw new Error("it was just made");
  const line = toLine({ ...said, intentId: "pi_intent" });
  const subject = {
    ...chargeSubject(at.providers, "sandbox"),
    async *lines() {
      yield [line];
    },
  };
  await readReport(manager, { provider: "sandbox", runId: "both" }, subject, new Date());
  const read = await manager.query("SELECT ours_id FROM reported_items WHERE run_id = 'both'");
  expect(read).toEqual([{ ours_id: charge.reference }]);
});
