import { disputeMachine } from "@makegood/domain/dispute/dispute-machine";
import { returnDeadlines } from "@makegood/domain/return/return-deadlines";
import { ruleCancellation } from "#modules/cancellation/exports/rule-cancellation.js";
import { countedAt } from "#modules/order/exports/counted-at.js";
import { lockOrder } from "#modules/order/exports/lock-order.js";
import { refuseIfChanged } from "#modules/order/exports/refuse-if-changed.js";
import { attachPhotos } from "#modules/photo/exports/attach-photos.js";
import { policyOf } from "#modules/policy/exports/policy-of-order.js";
import { lockReturn } from "#modules/return/exports/lock-return.js";
import { mostOf, ruleReturn } from "#modules/return/exports/rule-return.js";
import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import { refuseTransition } from "#platform/commands/transition.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import type { Caller } from "#platform/identity/caller.js";
import { marketplaceOf } from "#platform/marketplace.js";
import { advanceDispute } from "./exports/advance-dispute.js";
import { DisputeEntity, type RulingFor } from "./exports/dispute.entity.js";
import { followInCase } from "./follow-in-case.js";

type Worked = Outcome<{ disputeId: string }>;

/** A dispute under its order's lock; null where there is none for this caller. */
async function lockDispute(unit: UnitOfWork, caller: Caller | null, disputeId: string) {
  const found = await unit.manager.findOneBy(DisputeEntity, { id: disputeId });
  const locked = found && (await lockOrder(unit.manager, caller, found.orderId));
  if (!locked) return null;
  const dispute = await unit.manager.findOneByOrFail(DisputeEntity, { id: disputeId });
  const { rules } = await policyOf(unit.manager, locked.order);
  return { dispute, order: locked.order, rules };
}

const told = ({ orderId, caseId, cancellationId, returnId }: DisputeEntity) => ({
  orderId,
  caseId,
  cancellationId,
  returnId,
});

async function withDispute(
  unit: UnitOfWork,
  caller: Caller,
  disputeId: string,
  command: string,
  work: (
    given: NonNullable<Awaited<ReturnType<typeof lockDispute>>>,
  ) => Promise<Worked | undefined>,
): Promise<Worked> {
  const given = await lockDispute(unit, caller, disputeId);
  if (!given) return refuse({ kind: "NotFound", what: "dispute" });
  const refusal = refuseTransition(disputeMachine, given.dispute.status, command);
  if (refusal) return refuse(refusal);
  return (await work(given)) ?? done({ disputeId }, given.dispute);
}

/** The seller says how they see it; then support has all it needs to rule. */
export const respondToDispute = (
  unit: UnitOfWork,
  caller: Caller,
  input: { disputeId: string; response: string; photoIds: readonly string[] },
) =>
  withDispute(unit, caller, input.disputeId, "respond", async ({ dispute }) => {
    const { id: subjectId, orderId } = dispute;
    const purpose = "DISPUTE";
    const bad = await attachPhotos(unit, input.photoIds, { orderId, subjectId, purpose });
    if (bad) return refuse(bad);
    await advanceDispute(unit, dispute, "respond", { sellerResponse: input.response });
    const dueAt = returnDeadlines.ruleBy(marketplaceOf(unit.manager).calendar, unit.now);
    await advanceDispute(unit, dispute, "review", { dueAt });
    await followInCase(unit, dispute);
    const reason = input.response;
    await recordEvent(unit, { ...told(dispute), kind: "dispute.answered", reason });
    return undefined;
  });

const commandFor = {
  BUYER: "decideForBuyer",
  SELLER: "decideForSeller",
  SPLIT: "split",
} as const satisfies Record<RulingFor, string>;
const eventFor = {
  BUYER: "dispute.decidedForBuyer",
  SELLER: "dispute.decidedForSeller",
  SPLIT: "dispute.split",
} as const satisfies Record<RulingFor, string>;

/** Support rules. For the buyer it is carried out at once; for the seller once nobody can appeal. */
export const ruleDispute = (
  unit: UnitOfWork,
  caller: Caller,
  input: {
    disputeId: string;
    ruledFor: RulingFor;
    amountMinor: number | null;
    reason: string;
    /** The order's newest event that the agent had seen; null where they don't say. */
    expectedVersion: number | null;
  },
) =>
  withDispute(unit, caller, input.disputeId, commandFor[input.ruledFor], async (given) => {
    const { dispute, order, rules } = given;
    const changed = await refuseIfChanged(unit.manager, order, input.expectedVersion);
    if (changed) return refuse(changed);
    const appealed = dispute.appealStatement !== null;
    if (appealed && dispute.ruledById === unit.actor.id) {
      return refuse({ kind: "PersonNotAllowed", needed: "OTHER_THAN_FIRST_RULER" });
    }
    if (input.ruledFor === "SPLIT") {
      const found = dispute.returnId && (await lockReturn(unit, null, dispute.returnId));
      const most = found ? mostOf(found) : 0;
      const amount = input.amountMinor ?? 0;
      if (amount < 1 || amount > most) {
        return refuse({
          kind: "AmountAboveRefundable",
          askedMinor: amount,
          refundableMinor: most,
          currency: order.currency,
        });
      }
    }
    const { currency } = order;
    const appealBy = returnDeadlines.rulingAppealBy(
      rules,
      countedAt(order, marketplaceOf(unit.manager)),
      unit.now,
    );
    await decide(unit, dispute, { ...input, by: unit.actor.id, appealed, appealBy, currency });
    return undefined;
  });

async function decide(
  unit: UnitOfWork,
  dispute: DisputeEntity,
  ruling: {
    ruledFor: RulingFor;
    amountMinor: number | null;
    reason: string | null;
    by: string;
    appealed: boolean;
    /** Until when it can be appealed, where it can. */
    appealBy: Date;
    currency: string;
    command?: "decideBySilence";
  },
): Promise<void> {
  const { ruledFor, amountMinor, reason } = ruling;
  await advanceDispute(unit, dispute, ruling.command ?? commandFor[ruledFor], {
    ruledFor,
    ruledMinor: ruledFor === "SPLIT" ? amountMinor : null,
    rulingReason: reason,
    ruledById: ruling.by,
    ruledAt: unit.now,
  });
  await recordEvent(unit, {
    ...told(dispute),
    kind: eventFor[ruledFor],
    reason,
    ...(ruledFor === "SPLIT" && amountMinor
      ? { data: { amountMinor, currency: ruling.currency } }
      : {}),
  });
  if (ruledFor !== "SELLER") await carryOutRuling(unit, dispute);
  const dueAt = ruling.appealed ? unit.now : ruling.appealBy;
  await advanceDispute(unit, dispute, "openAppeal", { dueAt });
  if (ruling.appealed) await makeFinal(unit, dispute);
  else await followInCase(unit, dispute);
}

async function carryOutRuling(unit: UnitOfWork, dispute: DisputeEntity): Promise<void> {
  const { returnId, cancellationId, ruledFor, ruledMinor } = dispute;
  if (returnId && ruledFor) {
    const ruling =
      ruledFor === "SPLIT" ? { for: ruledFor, amountMinor: ruledMinor ?? 0 } : { for: ruledFor };
    await ruleReturn(unit, returnId, ruling);
  } else if (cancellationId) {
    await ruleCancellation(unit, cancellationId, ruledFor === "SELLER" ? "SELLER" : "BUYER");
  }
}

async function makeFinal(unit: UnitOfWork, dispute: DisputeEntity): Promise<void> {
  await advanceDispute(unit, dispute, "end");
  await recordEvent(unit, { ...told(dispute), kind: "dispute.final" });
  if (dispute.ruledFor === "SELLER") await carryOutRuling(unit, dispute);
  await followInCase(unit, dispute);
}

/** The buyer has a ruling for the seller looked at once more, by another agent. */
export const appealRuling = (
  unit: UnitOfWork,
  caller: Caller,
  input: { disputeId: string; statement: string },
) =>
  withDispute(unit, caller, input.disputeId, "appeal", async ({ dispute }) => {
    if (dispute.ruledFor !== "SELLER" || dispute.appealStatement !== null) {
      return refuse({ kind: "PersonNotAllowed", needed: "BUYER_RULED_AGAINST" });
    }
    await advanceDispute(unit, dispute, "appeal", { appealStatement: input.statement });
    const dueAt = returnDeadlines.ruleBy(marketplaceOf(unit.manager).calendar, unit.now);
    await advanceDispute(unit, dispute, "review", { dueAt });
    await followInCase(unit, dispute);
    const reason = input.statement;
    await recordEvent(unit, { ...told(dispute), kind: "dispute.appealed", reason });
    return undefined;
  });

/** What happens to a dispute by itself: a seller's silence decides for the buyer, a ruling gets final. */
export async function disputeFellDue(
  unit: UnitOfWork,
  disputeId: string,
): Promise<Outcome<Record<string, never>>> {
  const given = await lockDispute(unit, null, disputeId);
  if (!given) return refuse({ kind: "NotFound", what: "dispute" });
  const { dispute } = given;
  if (!dispute.dueAt || dispute.dueAt > unit.now) return done({});
  if (dispute.status === "AWAITING_SELLER_RESPONSE") {
    await decide(unit, dispute, {
      ruledFor: "BUYER",
      amountMinor: null,
      reason: null,
      by: unit.actor.id,
      appealed: false,
      appealBy: returnDeadlines.rulingAppealBy(
        given.rules,
        countedAt(given.order, marketplaceOf(unit.manager)),
        unit.now,
      ),
      currency: given.order.currency,
      command: "decideBySilence",
    });
  } else if (dispute.status === "APPEAL_WINDOW") {
    await makeFinal(unit, dispute);
  }
  return done({});
}
