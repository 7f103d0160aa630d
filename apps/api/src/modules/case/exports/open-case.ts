import { addBusinessHours } from "@makegood/domain/calendar/calendar";
import { decideCancellation } from "@makegood/domain/cancellation/decide-cancellation";
import {
  type CaseTopic,
  caseSubject,
  firstReplyBusinessHours,
} from "@makegood/domain/case/case-topic";
import { searchable } from "@makegood/domain/text/fold-text";
import type { EntityManager } from "typeorm";
import { lockedFacts } from "#modules/cancellation/exports/order-facts.js";
import { DecisionEntity } from "#modules/decision/exports/decision.entity.js";
import { historyFor } from "#modules/fair-use/exports/buyer-history.js";
import { PersonEntity } from "#modules/identity/exports/person.entity.js";
import { lockOrder } from "#modules/order/exports/lock-order.js";
import { policyOf } from "#modules/policy/exports/policy-of-order.js";
import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import type { Caller } from "#platform/identity/caller.js";
import { newId } from "#platform/ids.js";
import { marketplaceOf } from "#platform/marketplace.js";
import { addMessage } from "./add-message.js";
import { CaseEntity, sortsAt } from "./case.entity.js";

export interface NewCase {
  orderId: string;
  topic: CaseTopic;
  message: string;
  refusal: string | null;
  /** The decision that is disputed; without one the case keeps whether it can be canceled now. */
  disputedDecisionId?: string;
  /** The closed case that the buyer goes on from, and who had it. */
  followUpOf?: { id: string; assigneeId: string | null };
}

/**
 * Asks support about an order. The decision as it stands is kept with it, so that the agent sees
 * what the buyer saw, whatever happens to the order meanwhile.
 */
export async function openCase(
  unit: UnitOfWork,
  caller: Caller,
  { orderId, topic, message, refusal, disputedDecisionId, followUpOf }: NewCase,
): Promise<Outcome<{ caseId: string; messageId: string }>> {
  const { manager, now } = unit;
  const locked = await lockOrder(manager, caller, orderId);
  if (!locked) return refuse({ kind: "NotFound", what: "order" });
  const { order } = locked;
  const policy = await policyOf(manager, order);
  const buyer = await manager.findOneByOrFail(PersonEntity, { id: order.buyerId });
  const disputed =
    disputedDecisionId === undefined
      ? null
      : await manager.findOneByOrFail(DecisionEntity, { id: disputedDecisionId });
  const facts = await lockedFacts(manager, locked);
  const actor = "BUYER";
  const history = await historyFor(manager, { actor, policy, now, ...locked });
  const decision =
    disputed?.body ??
    decideCancellation({ policy, order: facts, ask: null, actor, now, ...history });
  const number = await nextNumber(manager);
  const subject = caseSubject(topic, order.number, buyer.locale);
  const replyBy = addBusinessHours(
    marketplaceOf(manager).calendar,
    now,
    firstReplyBusinessHours[topic],
  );
  const support: CaseEntity = {
    id: newId("case"),
    number,
    orderId,
    buyerId: order.buyerId,
    topic,
    subject,
    status: "NEW",
    openedAt: now,
    updatedAt: now,
    replyBy,
    lateSince: null,
    waitsUntil: null,
    resolvedAt: null,
    followUpOf: followUpOf?.id ?? null,
    sortAt: sortsAt({ replyBy, waitsUntil: null }),
    assigneeId: followUpOf?.assigneeId ?? null,
    refusal,
    decision: decision as unknown as Record<string, unknown>,
    searchText: searchable([number, subject, order.number, buyer.name, buyer.email]),
  };
  await manager.insert(CaseEntity, support as never);
  const first = await addMessage(unit, support, { body: message, internal: false });
  await recordEvent(unit, {
    orderId,
    kind: "case.opened",
    caseId: support.id,
    messageId: first.id,
  });
  return done({ caseId: support.id, messageId: first.id }, { support, message: first });
}

async function nextNumber(manager: EntityManager): Promise<string> {
  const [row] = await manager.query("SELECT nextval('case_numbers') AS number");
  return `C-${row.number}`;
}
