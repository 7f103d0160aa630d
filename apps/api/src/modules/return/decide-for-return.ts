import type { ReturnDecision } from "@makegood/domain/decision/decision";
import type { StoredQuestion } from "@makegood/domain/decision/replay";
import type { PolicyVersion } from "@makegood/domain/policy/policy";
import { decideReturn } from "@makegood/domain/return/decide-return";
import { quoteReturn, type ReturnQuote } from "@makegood/domain/return/quote-return";
import { settledBy } from "@makegood/domain/return/return-deadlines";
import type { ReturnFacts } from "@makegood/domain/return/return-facts";
import type { ReturnKind } from "@makegood/domain/return/return-kind";
import type { ReturnAsk } from "@makegood/domain/return/return-question";
import { returnReason } from "@makegood/domain/return/return-reasons";
import { type AtBank, readAtBank } from "#modules/chargeback/exports/at-bank.js";
import { historyFor } from "#modules/fair-use/exports/buyer-history.js";
import { type LockedOrder, lockOrder, lockPayments } from "#modules/order/exports/lock-order.js";
import type { PaymentEntity } from "#modules/order/exports/payment.entity.js";
import { paymentFacts } from "#modules/order/exports/payment-facts.js";
import { policyOf } from "#modules/policy/exports/policy-of-order.js";
import { cancellingActor } from "#platform/commands/cancelling-actor.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import type { Caller } from "#platform/identity/caller.js";
import type { ReturnMethod } from "./exports/return.entity.js";
import { lockedReturnFacts } from "./exports/return-facts.js";

/** Everything a return is decided on, locked. */
export interface DecidedReturn {
  locked: LockedOrder;
  payments: PaymentEntity[];
  atBank: AtBank;
  facts: ReturnFacts;
  policy: PolicyVersion;
  decision: ReturnDecision;
  question: StoredQuestion;
}

/** Locks the order, then its payments, and decides. Null when the caller has no such order. */
export async function decideForReturn(
  unit: UnitOfWork,
  caller: Caller,
  orderId: string,
  ask: ReturnAsk,
): Promise<DecidedReturn | null> {
  const locked = await lockOrder(unit.manager, caller, orderId);
  if (!locked) return null;
  const payments = await lockPayments(unit.manager, locked.order.purchaseId);
  const atBank = await readAtBank(unit.manager, locked.order);
  const facts = await lockedReturnFacts(unit, locked);
  const policy = await policyOf(unit.manager, locked.order);
  const actor = cancellingActor(unit.actor.kind);
  const { now, manager } = unit;
  const history = await historyFor(manager, { actor, policy, now, ...locked });
  const asked = { order: facts, ask, actor, now, ...history };
  const decision = decideReturn({ policy, ...asked });
  const question: StoredQuestion = { command: "RETURN", ...asked };
  return { locked, payments, atBank, facts, policy, decision, question };
}

/** What the decided return brings back. */
export function returnQuoteFor(
  { policy, facts, decision, payments, atBank, locked }: DecidedReturn,
  wanted: {
    units: ReturnAsk["units"];
    reasonCode: string | null;
    kind: ReturnKind;
    method: ReturnMethod;
    labelMinor: number;
    now: Date;
  },
): ReturnQuote {
  const withLabel = wanted.method === "LABEL" && !decision.returnless;
  return quoteReturn({
    rules: policy.rules,
    order: { ...facts, atBank: atBank.ofOrder },
    units: wanted.units ?? decision.returnableUnits,
    decision,
    reason: returnReason(wanted.reasonCode, policy.rules.returns.reasons),
    labelMinor: withLabel ? wanted.labelMinor : 0,
    kind: wanted.kind,
    payments: paymentFacts(locked.order, payments, atBank.ofPayments),
    allocation: locked.order.allocationStrategy,
    settledBy: settledBy(policy.rules, facts, decision, { now: wanted.now, withLabel }),
  });
}
