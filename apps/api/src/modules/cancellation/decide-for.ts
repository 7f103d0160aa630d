import type { OrderFacts } from "@makegood/domain/cancellation/cancellation-facts";
import type { CancellationAsk } from "@makegood/domain/cancellation/cancellation-question";
import { decideCancellation } from "@makegood/domain/cancellation/decide-cancellation";
import type { CancellationDecision } from "@makegood/domain/decision/decision";
import type { StoredQuestion } from "@makegood/domain/decision/replay";
import type { PolicyVersion } from "@makegood/domain/policy/policy";
import { type AtBank, readAtBank } from "#modules/chargeback/exports/at-bank.js";
import { historyFor } from "#modules/fair-use/exports/buyer-history.js";
import { type LockedOrder, lockOrder, lockPayments } from "#modules/order/exports/lock-order.js";
import type { PaymentEntity } from "#modules/order/exports/payment.entity.js";
import { policyOf } from "#modules/policy/exports/policy-of-order.js";
import { cancellingActor } from "#platform/commands/cancelling-actor.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import type { Caller } from "#platform/identity/caller.js";
import { lockedFacts } from "./exports/order-facts.js";

/** Everything a cancellation is decided on, locked. */
export interface Decided {
  locked: LockedOrder;
  payments: PaymentEntity[];
  atBank: AtBank;
  facts: OrderFacts;
  policy: PolicyVersion;
  decision: CancellationDecision;
  question: StoredQuestion;
}

/** Locks the order, then its payments, and decides. Null when the caller has no such order. */
export async function decideFor(
  unit: UnitOfWork,
  caller: Caller | null,
  orderId: string,
  ask: CancellationAsk,
): Promise<Decided | null> {
  const locked = await lockOrder(unit.manager, caller, orderId);
  if (!locked) return null;
  const payments = await lockPayments(unit.manager, locked.order.purchaseId);
  const atBank = await readAtBank(unit.manager, locked.order);
  const facts = await lockedFacts(unit.manager, locked);
  const policy = await policyOf(unit.manager, locked.order);
  const actor = cancellingActor(unit.actor.kind);
  const { now, manager } = unit;
  const history = await historyFor(manager, { actor, policy, now, ...locked });
  const asked = { order: facts, ask, actor, now, ...history };
  const decision = decideCancellation({ policy, ...asked });
  const question: StoredQuestion = { command: "CANCEL", ...asked };
  return { locked, payments, atBank, facts, policy, decision, question };
}
