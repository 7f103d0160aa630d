import { partsOfQuote } from "@makegood/domain/ledger/refund-parts";
import { promiseRefund } from "@makegood/domain/refund/promise";
import { settlesByGoods } from "@makegood/domain/return/refund-instead";
import { QuoteEntity } from "#modules/cancellation/exports/quote.entity.js";
import { quoteBody } from "#modules/cancellation/exports/quote-view.js";
import { createDueRefund } from "#modules/refund/exports/create-due-refund.js";
import { RefundEntity } from "#modules/refund/exports/refund.entity.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import { advanceReturn } from "./advance-return.js";
import type { LockedReturn } from "./lock-return.js";
import type { ReturnEntity } from "./return.entity.js";
import { netMinor, type ReturnUnitState } from "./return-unit.entity.js";
import { sendReplacement } from "./send-replacement.js";
import { turnIntoRefund } from "./turn-into-refund.js";

/** Takes the units that are still open to their end; the database holds that it is one way only. */
export async function closeUnits(
  unit: Pick<UnitOfWork, "manager">,
  { units }: LockedReturn,
  state: Exclude<ReturnUnitState, "OPEN">,
): Promise<void> {
  const open = units.filter((candidate) => candidate.state === "OPEN");
  if (open.length === 0) return;
  for (const each of open) each.state = state;
  await unit.manager.query(
    `UPDATE return_units u SET state = $1, deduction_minor = closed.deduction_minor
     FROM unnest($2::text[], $3::bigint[]) AS closed (id, deduction_minor) WHERE u.id = closed.id`,
    [state, open.map(({ id }) => id), open.map(({ deductionMinor }) => deductionMinor)],
  );
}

/**
 * Owes what the units bring back. Never later than was promised with the quote, unless that day has
 * passed because somebody took longer.
 */
export async function payReturn(unit: UnitOfWork, given: LockedReturn): Promise<void> {
  const { locked, request, units, policy } = given;
  const open = units.filter(({ state }) => state === "OPEN");
  const amountMinor = open.reduce((sum, each) => sum + netMinor(each), 0);
  await closeUnits(unit, given, "DONE");
  if (amountMinor === 0) return;
  const quoted = quoteBody(
    await unit.manager.findOneByOrFail(QuoteEntity, { id: request.quoteId }),
  );
  const { promisedBy } = request;
  const quotedMinor = quoted.totalMinor + (quoted.waitsMinor ?? 0);
  await createDueRefund(unit, locked.order, {
    cancellationId: null,
    returnId: request.id,
    origin: "RETURN",
    decisionId: request.decisionId,
    amountMinor,
    parts: partsOfQuote(quoted.components, quotedMinor - amountMinor),
    promisedBy: (methods) => {
      const fromNow = promiseRefund(policy.rules, unit.now, methods);
      return promisedBy > unit.now && promisedBy < fromNow ? promisedBy : fromNow;
    },
    reason: null,
  });
}

/** A return is complete when its money has gone, or when there was none to send. */
export async function completeReturn(
  unit: Pick<UnitOfWork, "manager" | "actor" | "now">,
  request: ReturnEntity,
): Promise<void> {
  await advanceReturn(unit, request, "complete");
  const { id: returnId, orderId } = request;
  await recordEvent(unit, { orderId, kind: "return.completed", returnId });
}

/**
 * Moves to REFUND_PENDING, and sends goods or pays what is still open; complete at once where all has
 * gone, or the order that brings the goods exists.
 */
export async function settleReturn(
  unit: UnitOfWork,
  given: LockedReturn,
  command: string,
): Promise<void> {
  const { request } = given;
  await advanceReturn(unit, request, command);
  const open = given.units.filter(({ state }) => state === "OPEN");
  if (settlesByGoods(request.kind, open)) {
    await closeUnits(unit, given, "DONE");
    await sendReplacement(unit, { ...given, units: open });
    return completeReturn(unit, request);
  }
  if (request.kind !== "REFUND") {
    await turnIntoRefund(unit, { request, units: open });
    const { id: returnId, orderId } = request;
    await recordEvent(unit, { orderId, kind: "return.refundInstead", returnId });
  }
  await payReturn(unit, given);
  const refunds = await unit.manager.findBy(RefundEntity, { returnId: request.id });
  if (refunds.every(({ status }) => status === "SUCCEEDED" || status === "CANCELED")) {
    await completeReturn(unit, request);
  }
}
