import type { Chargeback } from "@makegood/sandbox-provider/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type DriftShop, driftsNamed, onDrift, startDriftShop } from "../../testing/drift-shop.js";
import { freshKey } from "../../testing/test-client.js";

let at: DriftShop;
beforeAll(async () => {
  at = await startDriftShop();
});
afterAll(() => at.app.close());

const put = (chargeback: Chargeback): Chargeback => {
  at.app.provider.books.chargebacks.set(chargeback.id, chargeback);
  return chargeback;
};

/** The buyer's bank takes all of a charge back, and nobody is told. */
function disputed(chargeId: string): Chargeback {
  at.app.provider.muted = true;
  const given = {
    chargeId,
    reason: "fraudulent",
    status: "needs_response",
    evidenceDays: 7,
  } as const;
  const made = at.app.provider.books.openChargeback(given);
  at.app.provider.muted = false;
  return made;
}

const ask = async (id: string) =>
  (
    await at.agent.ask(onDrift("askAboutDrift"), {
      input: { driftItemId: id, idempotencyKey: freshKey() },
    })
  ).askAboutDrift.driftItem;

test("a chargeback that nobody told us of is taken over, and so is what became of it", async () => {
  const { orderId, charge } = await at.paid("instant");
  const { id } = disputed(charge.id);
  expect(await at.run()).toMatchObject({ found: 0, reported: 2 });
  const mirrored = async () =>
    (
      await at.agent.ask(
        "query ($id: ID!) { order(id: $id) { chargebacks { status amount { amountMinor } } } }",
        { id: orderId },
      )
    ).order.chargebacks;
  expect(await mirrored()).toEqual([{ status: "NEEDS_RESPONSE", amount: { amountMinor: 5000 } }]);
  at.app.provider.muted = true;
  at.app.provider.books.moveChargeback(id, "lost");
  at.app.provider.muted = false;
  expect((await at.run()).found).toBe(0);
  expect((await mirrored())[0].status).toBe("LOST");
});

test("FIELD 13: every kind of difference between chargebacks is named, and heals", async () => {
  const charges = [];
  for (let count = 0; count < 5; count++) charges.push((await at.paid("instant")).charge.id);
  const [gone = "", more = "", foreign = "", other = "", twice = ""] = charges;
  const made = [gone, more, twice].map(disputed);
  expect((await at.run()).found).toBe(0);
  const ours: { id: string; of: string }[] = await at.app.platform.database.query(
    "SELECT id, provider_chargeback_id AS of FROM chargebacks",
  );
  const mirrorOf = (index: number) => ours.find(({ of }) => of === made[index]?.id)?.id;
  const [first, second] = made as [Chargeback, Chargeback];
  const { chargebacks } = at.app.provider.books;
  chargebacks.delete(first.id);
  put({ ...second, amountMinor: 4000 });
  put({ ...first, id: "cb_foreign", chargeId: `${foreign}_unknown` });
  put({ ...first, id: "cb_dollars", chargeId: other, currency: "USD" });
  const again = put({
    ...first,
    id: "cb_again",
    chargeId: twice,
    openedAt: new Date().toISOString(),
  });
  expect((await at.run()).found).toBe(5);
  const [adopted] = await at.app.platform.database.query(
    "SELECT id FROM chargebacks WHERE provider_chargeback_id = $1",
    [again.id],
  );
  const wanted = [
    `MISSING ${mirrorOf(0)}`,
    `WRONG_AMOUNT ${mirrorOf(1)}`,
    "EXTRA cb_foreign",
    "WRONG_CURRENCY cb_dollars",
    `DUPLICATE ${adopted.id}`,
  ];
  expect(await driftsNamed(at, "CHARGEBACK")).toEqual(wanted.sort());
  const audited = await at.app.platform.database.query(
    "SELECT 1 FROM audit_rows WHERE input ->> 'providerChargebackId' IN ('cb_foreign', 'cb_dollars')",
  );
  expect(audited).toEqual([]);
  put(first);
  put(second);
  for (const id of ["cb_foreign", "cb_dollars"]) chargebacks.delete(id);
  put({ ...again, status: "won" });
  const { id } = await at.item("cb_foreign");
  expect(await ask(id)).toMatchObject({ about: "CHARGEBACK", kind: "EXTRA", status: "HEALED" });
  expect((await at.run()).healed).toBe(4);
});
