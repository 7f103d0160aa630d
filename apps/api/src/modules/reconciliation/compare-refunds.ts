import { compareRefund, type FoundDrift } from "@makegood/domain/reconciliation/compare-refund";
import type { ProviderName } from "#modules/order/exports/payment.entity.js";
import { paymentOfCharge } from "#modules/order/exports/payment-of-charge.js";
import { askAboutAttempt } from "#modules/refund/exports/ask-about-attempt.js";
import { type Providers, providerOf } from "#modules/refund/exports/providers.js";
import type { Platform } from "#platform/platform.js";
import { attemptsSql, type RefundRow, toOurs, toTheirs } from "./our-refund.js";
import { foreignLines, readPages, toLines, type WithLines } from "./read-pages.js";
import type { FoundItem, ReportedLine, Scope, Subject } from "./subject.js";

/** Refunds can fail, and be asked about, for some months. */
const windowMs = 90 * 86_400_000;

/** Refunds: our attempts, and what a provider has of them. */
export const refundSubject = (
  platform: Platform,
  providers: Providers,
  name: ProviderName,
): Subject => ({
  about: "REFUND",
  windowMs,
  async *lines(since) {
    for await (const page of providerOf(providers, name).books.refunds(since)) {
      yield page.map(({ providerRefundId, madeAt, ...refund }) => ({
        ...refund,
        theirsId: providerRefundId,
        givenBackMinor: 0,
        madeAt,
        changedAt: madeAt,
      }));
    }
  },
  oursId: `COALESCE(
    (SELECT a.id FROM refund_attempts a
      WHERE a.provider = l.provider AND a.provider_refund_id = l.theirs_id),
    (SELECT a.id FROM refund_attempts a WHERE a.provider = l.provider AND a.id = l.reference))`,
  async *compare({ manager, provider, runId, since, until }) {
    const known = [provider, runId, since, until];
    for await (const rows of readPages<RefundRow>(manager, attemptsSql, known)) {
      const found: FoundItem[] = [];
      for (const row of rows) {
        for (const drift of compareRefund(toOurs(row), toLines(row).map(toTheirs), until)) {
          if (!(await isThere(platform, providers, row.key, drift))) found.push(itemOf(row, drift));
        }
      }
      yield { compared: rows.length, found };
    }
    const foreign = foreignLines("REFUND", ofKnownCharges);
    for await (const rows of readPages<Foreign>(manager, foreign, [provider, runId])) {
      const lines = rows
        .flatMap(toLines)
        .filter((line) => compareRefund(null, [toTheirs(line)], until).length > 0);
      const found = await Promise.all(lines.map((line) => extra({ manager, provider }, line)));
      yield { compared: rows.length, found };
    }
  },
});

type Foreign = WithLines & { key: string };

/** What went back of a charge that is none of ours belongs to that charge, where it is reported. */
const ofKnownCharges = `(
  EXISTS (SELECT 1 FROM payments p
    WHERE p.provider = l.provider AND p.provider_charge_id IN (l.charge_id, l.intent_id))
  OR NOT EXISTS (SELECT 1 FROM reported_items c WHERE c.provider = l.provider
    AND c.about = 'CHARGE' AND c.run_id = l.run_id AND c.theirs_id = l.charge_id))`;

/** A report may lag behind: what seems to be missing is asked about before anybody is alarmed. */
async function isThere(
  platform: Platform,
  providers: Providers,
  attemptId: string,
  { kind, theirs }: FoundDrift,
): Promise<boolean> {
  if (kind !== "MISSING" || theirs !== null) return false;
  const there = await askAboutAttempt(platform, providers, attemptId);
  return there?.status === "succeeded" || there?.status === "pending";
}

function itemOf(row: RefundRow, { kind, theirs }: FoundDrift): FoundItem {
  const ours = toOurs(row);
  const line = toLines(row).find(({ theirsId }) => theirsId === theirs?.providerRefundId) ?? null;
  // Of one that is over, and of which the amount is the same here and there, the ledger has another.
  const posted = ours.status !== "OPEN" && ours.amountMinor === line?.amountMinor;
  const minor = posted ? ours.postedMinor : ours.amountMinor;
  return {
    kind,
    subject: kind === "DUPLICATE" && line ? line.theirsId : row.key,
    oursAt: row.created_at,
    ours: { minor, currency: ours.currency },
    theirs: line,
    attemptId: row.key,
    paymentId: row.payment_id,
    orderId: row.order_id,
  };
}

async function extra(
  { manager, provider }: Pick<Scope, "manager" | "provider">,
  line: ReportedLine,
): Promise<FoundItem> {
  const { chargeId, intentId, theirsId } = line;
  const payment =
    chargeId === null ? null : await paymentOfCharge(manager, { provider, chargeId, intentId });
  // Our books cannot hold it in another currency than was paid: people settle it.
  const isForeign = payment !== null && payment.currency !== line.currency;
  return {
    kind: isForeign ? "WRONG_CURRENCY" : "EXTRA",
    subject: theirsId,
    oursAt: null,
    ours: null,
    theirs: line,
    paymentId: payment?.id,
  };
}
