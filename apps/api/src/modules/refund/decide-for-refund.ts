import { addBusinessDays } from "@makegood/domain/calendar/calendar";
import { calendarFor } from "@makegood/domain/calendar/calendars";
import type { CancellingActor } from "@makegood/domain/cancellation/cancellation-question";
import type { RefundDecision } from "@makegood/domain/decision/decision";
import type { StoredQuestion } from "@makegood/domain/decision/replay";
import type { PolicyVersion } from "@makegood/domain/policy/policy";
import { decideRefund } from "@makegood/domain/refund/decide-refund";
import type { RefundAsk, RefundFacts, RefundLimit } from "@makegood/domain/refund/refund-question";
import { readAtBank } from "#modules/chargeback/exports/at-bank.js";
import { givenWithinADay } from "#modules/limit/exports/given-within-a-day.js";
import { type HeldSetting, limitOf } from "#modules/limit/exports/limit-of.js";
import { type LockedOrder, lockOrder, lockPayments } from "#modules/order/exports/lock-order.js";
import { policyOf } from "#modules/policy/exports/policy-of-order.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import type { KnownCaller } from "#platform/graphql/callers.js";
import { marketplaceOf } from "#platform/marketplace.js";
import { heldMinorOf, toRefundFacts } from "./exports/refund-facts.js";

/** Everything a refund beyond the policy is decided on, locked. */
export interface DecidedRefund {
  locked: LockedOrder;
  facts: RefundFacts;
  policy: PolicyVersion;
  decision: RefundDecision;
  question: StoredQuestion;
  /** What bounds who asks; null where nothing does. */
  limit: RefundLimit | null;
  /** Until when a second person has to agree; null where the caller may give it alone. */
  approveBy: Date | null;
}

/** Locks the order, then its payments and who asks, and decides. Null when the caller has no such order. */
export async function decideForRefund(
  unit: UnitOfWork,
  caller: KnownCaller,
  orderId: string,
  ask: RefundAsk,
): Promise<DecidedRefund | null> {
  const { manager } = unit;
  const locked = await lockOrder(manager, caller, orderId);
  if (!locked) return null;
  const payments = await lockPayments(manager, locked.order.purchaseId);
  const atBank = await readAtBank(manager, locked.order);
  const held = await heldMinorOf(manager, orderId);
  const facts = toRefundFacts(locked.order, held, payments, atBank);
  const policy = await policyOf(manager, locked.order);
  const actor = unit.actor.kind as CancellingActor;
  const setting = await limitOf(manager, caller, locked.order);
  const limit = setting && (await withGiven(unit, setting, locked.order.currency));
  const asked = { order: facts, ask, actor, limit, now: unit.now };
  const decision = decideRefund({ policy, ...asked });
  // Who answers works where the one who asks does: at support, or in the shop.
  const approvers =
    caller.kind === "AGENT" ? marketplaceOf(manager).calendar : calendarFor(policy.rules.country);
  const approveBy =
    setting && decision.outcome === "NEEDS_APPROVAL"
      ? addBusinessDays(approvers, unit.now, setting.approvalBusinessDays)
      : null;
  const question: StoredQuestion = { command: "REFUND", ...asked };
  return { locked, facts, policy, decision, question, limit, approveBy };
}

async function withGiven(
  { manager, actor, now }: UnitOfWork,
  { perRefundMinor, perDayMinor, goodwillPerDayMinor, unset }: HeldSetting,
  currency: string,
): Promise<RefundLimit> {
  const given = await givenWithinADay(manager, actor.id, currency, now);
  return {
    perRefundMinor,
    perDayMinor,
    usedTodayMinor: given.totalMinor,
    goodwillPerDayMinor,
    goodwillTodayMinor: given.goodwillMinor,
    ...(unset ? { unset } : {}),
  };
}
