import type { LedgerEntry } from "@makegood/domain/ledger/account";
import { type CapturedOrder, captureEntries } from "@makegood/domain/ledger/capture-entries";
import { lateCaptureEntries } from "@makegood/domain/ledger/late-capture";
import type { EntityManager } from "typeorm";
import { orderBooks } from "./order-books.js";
import { type Posting, post } from "./post.js";
import { type TermsVersion, termsOfShop } from "./terms-in-force.js";

export type OrderToCapture = CapturedOrder & { id: string; shopId: string };

const dayMs = 86_400_000;

/** What capturing an order's money posts, under these terms. */
export function capturePosting(order: OrderToCapture, terms: TermsVersion, at: Date): Posting {
  return {
    kind: "CAPTURE",
    reference: order.id,
    shopId: order.shopId,
    orderId: order.id,
    currency: order.currency,
    entries: captureEntries(order, terms.rules),
    termsId: terms.id,
    at,
    availableAt: new Date(at.getTime() + terms.rules.payout.holdDays * dayMs),
  };
}

/** Posts what was captured for an order, under the terms in force now. */
export async function postCapture(
  manager: EntityManager,
  order: OrderToCapture,
  at: Date,
): Promise<void> {
  await post(manager, capturePosting(order, await termsOfShop(manager, order.shopId, at), at));
}

/**
 * Posts what came on top of an order's earlier capture, under that one's terms, and returns it.
 * `reference` is the payment that it came by.
 */
export async function postLateCapture(
  manager: EntityManager,
  order: OrderToCapture,
  { beforeMinor, reference, at }: { beforeMinor: number; reference: string; at: Date },
): Promise<LedgerEntry[]> {
  const { terms } = await orderBooks(manager, order.id);
  const entries = lateCaptureEntries(order, beforeMinor, terms);
  const { id: orderId, shopId, currency } = order;
  const about = { reference, shopId, orderId, currency };
  await post(manager, { kind: "LATE_CAPTURE", ...about, entries, at });
  return entries;
}
