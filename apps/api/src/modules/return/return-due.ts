import { nextActionOfReturn } from "@makegood/domain/next-action/next-action-of-return";
import { returnDeadlines } from "@makegood/domain/return/return-deadlines";
import { countedAt } from "#modules/order/exports/counted-at.js";
import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import { marketplaceOf } from "#platform/marketplace.js";
import { declineOffer } from "./answer-request.js";
import { approveReturnAs, instruct } from "./approve-return.js";
import { advanceReturn } from "./exports/advance-return.js";
import { lockReturn } from "./exports/lock-return.js";
import { ReturnEntity } from "./exports/return.entity.js";
import { netMinor } from "./exports/return-unit.entity.js";
import { closeUnits, settleReturn } from "./exports/settle-return.js";
import { acceptBySilence } from "./inspect-return.js";

/** What happens to a return when whoever had to act did not: what its next action said. */
export async function returnFellDue(
  unit: UnitOfWork,
  returnId: string,
): Promise<Outcome<Record<string, never>>> {
  const given = await lockReturn(unit, null, returnId);
  if (!given) return refuse({ kind: "NotFound", what: "return" });
  const { request, units, policy, locked } = given;
  // It was acted on meanwhile, or has more time: another deadline tells.
  if (!request.dueAt || request.dueAt > unit.now) return done({});
  const open = units.filter(({ state }) => state === "OPEN");
  const told = { orderId: request.orderId, returnId };
  switch (request.status) {
    case "REQUESTED":
      await approveReturnAs(unit, given, "return.approvedBySilence");
      break;
    case "INFO_REQUESTED":
    case "AWAITING_SHIPMENT":
      await advanceReturn(unit, request, "expire");
      await closeUnits(unit, given, "RELEASED");
      await recordEvent(unit, { ...told, kind: "return.expired" });
      break;
    case "APPROVED":
      // The carrier prints nothing: nobody waits for it any longer.
      request.method = "OWN";
      await unit.manager.update(ReturnEntity, { id: returnId }, { method: "OWN" });
      await instruct(unit, given);
      break;
    case "OFFER_PENDING":
      await declineOffer(unit, given, "return.offerLapsed");
      break;
    case "IN_TRANSIT": {
      const dueAt = returnDeadlines.appealBy(
        policy.rules,
        countedAt(locked.order, marketplaceOf(unit.manager)),
        unit.now,
      );
      await advanceReturn(unit, request, "lose", { dueAt });
      await recordEvent(unit, { ...told, kind: "return.lost" });
      // Whose label it is, theirs is the loss: with ours, the buyer has done their part.
      if (request.method === "LABEL" || units.every(({ state }) => state === "DONE"))
        await settleReturn(unit, given, "refundOnly");
      break;
    }
    case "RECEIVED":
      await acceptBySilence(unit, given);
      break;
    case "PARTIALLY_ACCEPTED":
      await settleReturn(unit, given, "refund");
      break;
    case "REJECTED":
      await advanceReturn(unit, request, "close");
      await closeUnits(unit, given, "RELEASED");
      await recordEvent(unit, { ...told, kind: "return.closed", data: { cause: "DECLINED" } });
      break;
    case "LOST_IN_TRANSIT":
      // Nobody has the goods: its units are as they were before it was asked for.
      await advanceReturn(unit, request, "close");
      await closeUnits(unit, given, "RELEASED");
      await recordEvent(unit, { ...told, kind: "return.closed", data: { cause: "LOST" } });
      break;
    case "RECEIPT_REJECTED":
      for (const each of open) each.deductionMinor += netMinor(each);
      await advanceReturn(unit, request, "close");
      await closeUnits(unit, given, "DONE");
      await recordEvent(unit, { ...told, kind: "return.closed", data: { cause: "NOT_ACCEPTED" } });
      break;
    default:
      break;
  }
  return done({});
}

/** Whoever has to act is reminded while there is still time. */
export async function remindOfReturn(
  unit: UnitOfWork,
  returnId: string,
): Promise<Outcome<Record<string, never>>> {
  const given = await lockReturn(unit, null, returnId);
  const next = given && nextActionOfReturn(given.request);
  if (!given || !next?.deadline || !["BUYER", "SELLER"].includes(next.owner)) return done({});
  await recordEvent(unit, {
    orderId: given.request.orderId,
    kind: "return.reminder",
    returnId,
    data: { promisedBy: next.deadline.toISOString(), owner: next.owner },
  });
  return done({});
}
