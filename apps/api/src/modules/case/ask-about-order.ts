import { caseMachine } from "@makegood/domain/case/case-machine";
import { In } from "typeorm";
import { lockOrder } from "#modules/order/exports/lock-order.js";
import { type Outcome, refuse } from "#platform/commands/refused.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import type { Caller } from "#platform/identity/caller.js";
import { CaseEntity } from "./exports/case.entity.js";
import { type NewCase, openCase } from "./exports/open-case.js";
import { replyToCase } from "./work-on-case.js";

/** Cases in which somebody works or waits: not over, and not said to be resolved. */
const underWay = caseMachine.states.filter(
  (state) => state !== "RESOLVED" && !caseMachine.final.includes(state),
);

/**
 * A buyer asks support about an order. Where a case of theirs about it is under way, what they say is
 * said there: two agents would otherwise answer one matter, and none would see all of it.
 */
export async function askAboutOrder(
  unit: UnitOfWork,
  caller: Caller,
  input: NewCase,
): Promise<Outcome<{ caseId: string; messageId: string | null }>> {
  const locked = await lockOrder(unit.manager, caller, input.orderId);
  if (!locked) return refuse({ kind: "NotFound", what: "order" });
  const open = await unit.manager.findOne(CaseEntity, {
    where: { orderId: input.orderId, buyerId: locked.order.buyerId, status: In(underWay) },
    order: { openedAt: "DESC" },
  });
  if (!open) return openCase(unit, caller, input);
  return replyToCase(unit, caller, {
    caseId: open.id,
    expectedVersion: null,
    body: input.message,
    internal: false,
    awaiting: "NOBODY",
    stillOpen: null,
  });
}
