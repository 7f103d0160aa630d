import type { DriftKind } from "@makegood/domain/reconciliation/drift";
import type { Refund } from "@makegood/sandbox-provider/contract";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { sandboxProvider } from "#modules/refund/exports/providers.js";
import { SandboxProvider } from "#modules/refund/exports/sandbox-provider.js";
import { SandboxClock } from "#platform/clock/sandbox-clock.js";
import { type DriftShop, startDriftShop } from "../../testing/drift-shop.js";
import { reconcile } from "./reconcile.js";

let at: DriftShop;
beforeAll(async () => {
  at = await startDriftShop();
});
afterAll(() => at.app.close());

const items = (status: string): Promise<{ id: string; kind: DriftKind; subject: string }[]> =>
  at.app.platform.database.query(
    "SELECT id, kind, subject FROM drift_items WHERE status = $1 ORDER BY kind, subject",
    [status],
  );

/** How each kind of difference gets into a provider's books. Its subject, by our attempt or theirs. */
const inject: Record<Exclude<DriftKind, "LATE" | "SHARED">, (refund: Refund) => string> = {
  MISSING: ({ id, reference }) => {
    at.app.provider.books.refunds.delete(id);
    return reference;
  },
  EXTRA: (refund) => at.put({ ...refund, id: `${refund.id}_by_hand`, reference: "by hand" }).id,
  WRONG_AMOUNT: (refund) => at.put({ ...refund, amountMinor: 999 }).reference,
  WRONG_CURRENCY: (refund) => at.put({ ...refund, currency: "USD" }).reference,
  WRONG_CHARGE: (refund) => at.put({ ...refund, chargeId: `${refund.chargeId}_other` }).reference,
  DUPLICATE: (refund) => at.put({ ...refund, id: `${refund.id}_again` }).id,
};

test("every kind of difference in the provider's report is named, none is invented, and all heal", async () => {
  const kinds = Object.keys(inject) as (keyof typeof inject)[];
  const made = await Promise.all([...kinds, ...kinds, "none"].map(() => at.refunded("instant")));
  const refunds = made.map(({ refund }) => refund);
  const { refund: pending } = await at.refunded("pending_days");
  // Each refund and its charge.
  expect(await at.run()).toMatchObject({ found: 0, reported: 2 * (refunds.length + 1) });

  const booksBefore = new Map(at.app.provider.books.refunds);
  const injected = [...kinds, ...kinds].map((kind, index) => {
    const refund = refunds[index];
    if (!refund) throw new Error("one refund for each");
    return { kind: kind as DriftKind, subject: inject[kind](refund) };
  });
  const { clock } = at.app.platform;
  if (clock instanceof SandboxClock) await clock.moveTo(new Date(Date.now() + 45 * 86_400_000));
  injected.push({ kind: "LATE", subject: pending.reference });
  const named = (list: { kind: string; subject: string }[]) =>
    list.map(({ kind, subject }) => `${kind} ${subject}`).sort();

  expect((await at.run()).found).toBe(injected.length);
  const first = await items("OPEN");
  expect(named(first)).toEqual(named(injected));
  await at.run();
  expect(await items("OPEN")).toEqual(first);

  at.app.provider.books.refunds.clear();
  for (const [id, refund] of booksBefore) at.app.provider.books.refunds.set(id, refund);
  expect((await at.run()).healed).toBe(injected.length - 1);
  expect(named(await items("OPEN"))).toEqual([`LATE ${pending.reference}`]);
  const [late] = await at.app.platform.database.query(
    "SELECT ours_minor::int AS ours FROM drift_items WHERE subject = $1 AND status = 'OPEN'",
    [pending.reference],
  );
  expect(late.ours).toBe(pending.amountMinor);

  inject.MISSING(refunds[0] as Refund);
  await at.run();
  const again = (await items("OPEN")).find(({ kind }) => kind === "MISSING");
  expect(again?.id).toBe(first.find(({ subject }) => subject === again?.subject)?.id);
});

test("what the ledger says of a refund is compared, too, and both figures are told", async () => {
  const { refund } = await at.refunded("instant");
  const known = (await at.run()).found;
  // Balanced, and so let in by the database; that it is wrong only the provider's books can tell.
  await at.app.platform.database.query(
    `WITH paid AS (SELECT * FROM ledger_transactions WHERE kind = 'REFUND_PAID' AND reference = $1),
     again AS (
       INSERT INTO ledger_transactions (id, kind, reference, shop_id, order_id, refund_id, currency,
         shop_minor, posted_at, available_at)
       SELECT 'ltx_wrong', 'REFUND_REVERSED', reference, shop_id, order_id, refund_id, currency, 0,
         posted_at, available_at FROM paid)
     INSERT INTO ledger_entries (transaction_id, position, account, amount_minor, currency)
     SELECT 'ltx_wrong', e.position, e.account, -e.amount_minor, e.currency
     FROM ledger_entries e JOIN paid ON paid.id = e.transaction_id`,
    [refund.reference],
  );
  expect((await at.run()).found).toBe(known + 1);
  const [item] = await at.app.platform.database.query(
    "SELECT kind, ours_minor::int AS ours, theirs_minor::int AS theirs FROM drift_items WHERE subject = $1",
    [refund.reference],
  );
  expect(item).toEqual({ kind: "WRONG_AMOUNT", ours: 0, theirs: 1000 });
});

test("one comparison of a provider runs at a time, one that died is given up, silence is told", async () => {
  const { database } = at.app.platform;
  await database.query(
    "INSERT INTO reconciliation_runs (id, provider, started_at) VALUES ('r', 'sandbox', $1)",
    [at.app.platform.clock.now()],
  );
  await expect(at.run()).rejects.toThrow("another run is under way");
  await database.query(
    "UPDATE reconciliation_runs SET started_at = started_at - interval '1 hour' WHERE id = 'r'",
  );
  await at.run();
  const [dead] = await database.query("SELECT problem FROM reconciliation_runs WHERE id = 'r'");
  expect(dead.problem).toBe("interrupted");
  const { sandbox } = at.app.platform.config.providers;
  const nobody = new SandboxProvider({
    key: "",
    webhookSecret: "",
    ...sandbox,
    url: "http://127.0.0.1:1",
  });
  const done = await reconcile(at.app.platform, new Map([["sandbox", nobody]]), "sandbox");
  expect(done?.problem).toBe("provider_silent");
});

test("what fails on our side over one kind of thing is told, and the others are compared", async () => {
  const { refund } = await at.refunded("instant");
  at.put({ ...refund, amountMinor: 999 });
  const broken = sandboxProvider(at.app.platform.config);
  vi.spyOn(broken.books, "charges").mockImplementation(() => {
    throw new TypeError("broken");
  });
  const done = await reconcile(at.app.platform, new Map([["sandbox", broken]]), "sandbox");
  expect(done?.problem).toBe("our_fault");
  expect(done?.finishedAt).not.toBeNull();
  expect((await at.item(refund.reference)).status).toBe("OPEN");
});
