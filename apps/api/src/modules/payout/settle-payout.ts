import { move } from "@makegood/domain/ledger/move";
import { payoutMachine } from "@makegood/domain/payout/payout-machine";
import { post } from "#modules/ledger/exports/post.js";
import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import { refuseTransition, targetOf } from "#platform/commands/transition.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { PayoutEntity } from "./exports/payout.entity.js";
import { tellShop } from "./tell-shop.js";

export type PayoutOutcome =
  | { outcome: "PAID"; reference: string }
  | { outcome: "FAILED"; reason: string };

/** Records what became of a payout: sent, or failed, which puts the money on the shop's balance again. */
export async function settle(
  unit: UnitOfWork,
  publicUrl: string,
  payoutId: string,
  said: PayoutOutcome,
): Promise<Outcome<{ payoutId: string }>> {
  const { manager, now } = unit;
  const payout = await manager
    .createQueryBuilder(PayoutEntity, "p")
    .where("p.id = :payoutId", { payoutId })
    .setLock("pessimistic_write")
    .getOne();
  if (!payout) return refuse({ kind: "NotFound", what: "payout" });
  const command = said.outcome === "PAID" ? "pay" : "fail";
  const refusal = refuseTransition(payoutMachine, payout.status, command);
  if (refusal) return refuse(refusal);
  const change = {
    status: targetOf(payoutMachine, payout.status, command),
    ...(said.outcome === "PAID"
      ? { sentAt: now, reference: said.reference }
      : { failedAt: now, failureReason: said.reason }),
  };
  await manager.update(PayoutEntity, { id: payoutId }, change);
  if (said.outcome === "FAILED") {
    await post(manager, {
      kind: "PAYOUT_RETURNED",
      reference: payoutId,
      shopId: payout.shopId,
      orderId: null,
      currency: payout.currency,
      entries: move(payout.amountMinor, "BANK", "SHOP_BALANCE", "PAYOUT"),
      at: now,
    });
  }
  const settled = { ...payout, ...change };
  await tellShop(unit, publicUrl, settled);
  return done({ payoutId }, settled);
}
