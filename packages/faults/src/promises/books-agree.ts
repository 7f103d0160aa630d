import { setTimeout as sleep } from "node:timers/promises";
import { untilSettled } from "../checks/settled.js";
import { makeOrders, makePeople } from "../load/people.js";
import { intentsOf, orderMinor, sendAll, signInAgents } from "../load/refund-load.js";
import type { DatabaseServer } from "../stage/database-server.js";
import type { BookEntry, ProviderRefund } from "../stage/provider-process.js";
import { openStage, type Stage } from "../stage/stage.js";
import type { Outcome } from "./outcome.js";

const patienceMs = 90_000;

/** How each kind of difference gets into a provider's books, and whom it is then about. */
const forgeries: Record<
  string,
  (refund: ProviderRefund) => { subject: string; put: ProviderRefund | null }
> = {
  MISSING: ({ reference }) => ({ subject: reference, put: null }),
  EXTRA: (refund) => {
    const put = { ...refund, id: `${refund.id}x`, reference: "made by hand" };
    return { subject: put.id, put };
  },
  WRONG_AMOUNT: (refund) => ({ subject: refund.reference, put: { ...refund, amountMinor: 7 } }),
  WRONG_CURRENCY: (refund) => ({ subject: refund.reference, put: { ...refund, currency: "USD" } }),
  DUPLICATE: (refund) => {
    const put = { ...refund, id: `${refund.id}x` };
    return { subject: put.id, put };
  },
};

/** The books agree: every kind of difference in the provider's is named, and none is invented. */
export async function booksAgree(server: DatabaseServer, orders: number): Promise<Outcome> {
  const stage = await openStage({ server });
  try {
    const orderIds = await stage.prepare(async (world) =>
      makeOrders(world, await makePeople(world), orders, orderMinor, ["instant"]),
    );
    const agents = await signInAgents(stage.apis);
    await sendAll({ agents, requests: intentsOf(orderIds), connections: 20, spreadMs: 0 });
    await untilSettled(stage, patienceMs);
    const before = await compared(stage);
    const wanted: string[] = [];
    await stage.provider.forge((entries) => forged(entries, wanted));
    const after = await compared(stage);
    const missed = wanted.filter((each) => !after.items.includes(each));
    const invented = [...before.items, ...after.items.filter((each) => !wanted.includes(each))];
    return {
      number: "11",
      promise: "The books agree",
      figure: `${after.reported} refunds reported, ${wanted.length} differences of ${Object.keys(forgeries).length} kinds put into the provider's books: ${wanted.length - missed.length} named, ${invented.length} invented`,
      kept: missed.length === 0 && invented.length === 0 && wanted.length > 0,
      findings: [
        ...missed.map((each) => `missed: ${each}`),
        ...invented.map((each) => `invented: ${each}`),
      ].slice(0, 6),
    };
  } finally {
    await stage.close();
  }
}

/** Two refunds for each kind, the rest as they are. */
function forged(entries: BookEntry[], wanted: string[]): BookEntry[] {
  const ids = [...new Set(entries.flatMap((entry) => refundIn(entry)?.id ?? []))];
  const kinds = Object.keys(forgeries);
  const chosen = new Map([...kinds, ...kinds].map((kind, index) => [ids[index] ?? "", kind]));
  const done = new Set<string>();
  return entries.flatMap((entry) => {
    const refund = refundIn(entry);
    const kind = refund && chosen.get(refund.id);
    if (!refund || !kind) return [entry];
    const { subject, put } = (forgeries[kind] as (typeof forgeries)[string])(refund);
    if (!done.has(refund.id)) wanted.push(`${kind} ${subject}`);
    done.add(refund.id);
    if (put === null) return [];
    return put.id === refund.id ? [withRefund(entry, put)] : [entry, withRefund(entry, put)];
  });
}

const refundIn = ({ refund, content }: BookEntry) => refund ?? content?.data.refund;

const withRefund = (entry: BookEntry, refund: ProviderRefund): BookEntry =>
  entry.content
    ? { ...entry, content: { ...entry.content, data: { ...entry.content.data, refund } } }
    : { ...entry, refund };

/** Lets the platform compare, and reads what it found. */
async function compared(stage: Stage): Promise<{ reported: number; items: string[] }> {
  const runs =
    "SELECT reported, problem FROM reconciliation_runs WHERE finished_at IS NOT NULL ORDER BY started_at";
  const earlier = (await stage.rows(runs)).length;
  await stage.rows("SELECT graphile_worker.add_job('reconcile')");
  for (const end = Date.now() + patienceMs; Date.now() < end; await sleep(200)) {
    const finished = await stage.rows<{ reported: number }>(runs);
    if (finished.length > earlier) {
      const items = await stage.rows<{ item: string }>(
        "SELECT kind || ' ' || subject AS item FROM drift_items WHERE status = 'OPEN'",
      );
      return { reported: finished.at(-1)?.reported ?? 0, items: items.map(({ item }) => item) };
    }
  }
  throw new Error("The platform did not compare its books.");
}
