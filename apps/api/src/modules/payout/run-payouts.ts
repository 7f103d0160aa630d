import { move } from "@makegood/domain/ledger/move";
import { decidePayout, payableMinor } from "@makegood/domain/payout/decide-payout";
import type { EntityManager } from "typeorm";
import { LedgerEntryEntity } from "#modules/ledger/exports/ledger-entry.entity.js";
import { LedgerTransactionEntity } from "#modules/ledger/exports/ledger-transaction.entity.js";
import { rowsOf } from "#modules/ledger/exports/post.js";
import { marketplaceTerms } from "#modules/ledger/exports/terms-in-force.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { newId } from "#platform/ids.js";
import { setDeadline } from "#platform/jobs/deadlines.js";
import { enqueue } from "#platform/jobs/jobs.js";
import { PayoutEntity } from "./exports/payout.entity.js";
import { runDeadline, runSubject, sendTask } from "./exports/payout-schedule.js";
import { type FundsRow, shopFunds } from "./exports/shop-funds.js";
import { tellShop } from "./tell-shop.js";

const dayMs = 86_400_000;
const batch = 500;

/**
 * Pays every shop what it can be paid, in one transaction: rows and postings together, so that a run
 * that is repeated finds nothing left to pay. What a shop owes is written down and carried over.
 */
export async function runPayouts(
  unit: UnitOfWork,
  publicUrl: string,
): Promise<{ payouts: number }> {
  const { manager, now } = unit;
  await manager.query("SELECT pg_advisory_xact_lock(hashtextextended('payout.run', 0))");
  const { payout } = (await marketplaceTerms(manager, now)).rules;
  const nextRun = new Date(now.getTime() + payout.everyDays * dayMs);
  await setDeadline(manager, runDeadline, runSubject, nextRun);
  if (await manager.existsBy(PayoutEntity, { runAt: now })) return { payouts: 0 };
  const made = (await shopFunds(manager, now))
    .map((funds) => ({ funds, amountMinor: decidePayout(funds, payout.minimumMinor) }))
    .filter(({ funds, amountMinor }) => amountMinor > 0 || payableMinor(funds) < 0)
    .map(({ funds, amountMinor }) => payoutOf(funds, amountMinor, now));
  for (let from = 0; from < made.length; from += batch) {
    await write(manager, made.slice(from, from + batch), now);
  }
  for (const payout of made.filter(({ status }) => status === "CARRIED_OVER")) {
    await tellShop(unit, publicUrl, payout);
  }
  await enqueue(manager, sendTask, { runAt: now.toISOString() }, { key: sendTask });
  return { payouts: made.length };
}

function payoutOf(funds: FundsRow, amountMinor: number, runAt: Date): PayoutEntity {
  return {
    ...funds,
    id: newId("payout"),
    status: amountMinor > 0 ? "SCHEDULED" : "CARRIED_OVER",
    amountMinor,
    runAt,
    sentAt: null,
    reference: null,
    failedAt: null,
    failureReason: null,
  };
}

async function write(manager: EntityManager, payouts: PayoutEntity[], at: Date): Promise<void> {
  await manager.insert(PayoutEntity, payouts);
  const postings = payouts
    .filter(({ amountMinor }) => amountMinor > 0)
    .map(({ id, shopId, amountMinor, currency }) =>
      rowsOf({
        kind: "PAYOUT",
        reference: id,
        shopId,
        orderId: null,
        currency,
        entries: move(amountMinor, "SHOP_BALANCE", "BANK", "PAYOUT"),
        at,
      }),
    );
  if (postings.length === 0) return;
  await manager.insert(
    LedgerTransactionEntity,
    postings.map(({ transaction }) => transaction),
  );
  await manager.insert(
    LedgerEntryEntity,
    postings.flatMap(({ entries }) => entries),
  );
}
