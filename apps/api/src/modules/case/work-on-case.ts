import { type AwaitedParty, awaitedUntil, commandOfAwaited } from "@makegood/domain/case/awaited";
import { caseMachine } from "@makegood/domain/case/case-machine";
import type { CaseTopic } from "@makegood/domain/case/case-topic";
import { done, refuse } from "#platform/commands/refused.js";
import { refuseTransition, targetOf } from "#platform/commands/transition.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import type { Caller } from "#platform/identity/caller.js";
import { marketplaceOf } from "#platform/marketplace.js";
import { addMessage } from "./exports/add-message.js";
import { assignCaseTo } from "./exports/assign-case.js";
import type { CaseEntity } from "./exports/case.entity.js";
import { openCase } from "./exports/open-case.js";
import { openMatters } from "./exports/open-matters.js";
import {
  backToSupport,
  endWait,
  followResolved,
  nextReplyBy,
  updateCase,
  waitUntil,
} from "./exports/update-case.js";
import { type OnCase, type Worked, withCase } from "./lock-case.js";

interface Reply extends OnCase {
  body: string;
  internal: boolean;
  /** Whom an agent's message awaits. */
  awaiting: AwaitedParty;
  /** Whether, to the buyer of a resolved case, something is still open; null where they don't say. */
  stillOpen: boolean | null;
}

/** Says something in a case: an agent, its buyer, or agents among themselves. */
export const replyToCase = (unit: UnitOfWork, caller: Caller, input: Reply): Promise<Worked> =>
  withCase(unit, caller, input, async (support) => {
    const byAgent = caller.kind === "AGENT";
    if (input.internal && !byAgent) {
      return refuse({ kind: "PersonNotAllowed", needed: "SUPPORT" });
    }
    if (input.internal) return note(unit, support, input.body);
    return byAgent ? answerBuyer(unit, support, input) : hearBuyer(unit, caller, support, input);
  });

/** A note among agents changes nothing that the buyer sees. */
async function note(unit: UnitOfWork, support: CaseEntity, body: string): Promise<Worked> {
  const { id: caseId, orderId } = support;
  const message = await addMessage(unit, support, { body, internal: true });
  await updateCase(unit, support, {});
  await recordEvent(unit, { orderId, kind: "case.note", caseId, messageId: message.id });
  return done({ caseId, messageId: message.id }, { support, message });
}

/** Who answers first has the case. */
async function ownIfNobodyDoes(unit: UnitOfWork, support: CaseEntity): Promise<void> {
  if (support.assigneeId !== null) return;
  await updateCase(unit, support, { assigneeId: unit.actor.id });
  await assignCaseTo(unit.manager, support.id, unit.actor.id);
}

/**
 * An agent writes, and says whom the case awaits now. An answer stops the clock; while it is still
 * with support, the clock runs on: what was promised by a date stays promised by that date.
 */
async function answerBuyer(
  unit: UnitOfWork,
  support: CaseEntity,
  { body, awaiting }: Reply,
): Promise<Worked> {
  const { id: caseId, orderId } = support;
  const command = commandOfAwaited[awaiting];
  const refusal = refuseTransition(caseMachine, support.status, command);
  if (refusal) return refuse(refusal);
  const message = await addMessage(unit, support, { body, internal: false, awaits: awaiting });
  const waitsUntil = awaitedUntil(awaiting, marketplaceOf(unit.manager).calendar, unit.now);
  const replyBy = waitsUntil ? null : (support.replyBy ?? nextReplyBy(unit, support));
  await ownIfNobodyDoes(unit, support);
  const status = targetOf(caseMachine, support.status, command);
  await updateCase(unit, support, { status, replyBy, waitsUntil });
  if (waitsUntil) await waitUntil(unit, support, waitsUntil);
  else await endWait(unit, support);
  await recordEvent(unit, { orderId, kind: "case.message", caseId, messageId: message.id });
  if (awaiting === "SELLER" && waitsUntil) {
    const data = { promisedBy: waitsUntil.toISOString() };
    await recordEvent(unit, { orderId, kind: "order.sellerAwaited", data });
  }
  return done({ caseId, messageId: message.id }, { support, message });
}

/**
 * The buyer writes. What was awaited of them has come, and the clock of the next answer starts. After
 * the end it depends on what they say: a thanks opens nothing, and what is still open does.
 */
async function hearBuyer(
  unit: UnitOfWork,
  caller: Caller,
  support: CaseEntity,
  { body, stillOpen }: Reply,
): Promise<Worked> {
  const { id: caseId, orderId, status } = support;
  if (status === "CLOSED" && stillOpen !== false) {
    return openCase(unit, caller, {
      orderId,
      topic: support.topic as CaseTopic,
      message: body,
      refusal: null,
      followUpOf: support,
    });
  }
  const over = ["RESOLVED", "CLOSED", "MERGED"].includes(status);
  const reopens = status === "RESOLVED" && stillOpen === true;
  const awaits = over && !reopens ? ("NOBODY" as const) : null;
  const message = await addMessage(unit, support, { body, internal: false, awaits });
  await recordEvent(unit, { orderId, kind: "case.message", caseId, messageId: message.id });
  if (reopens) await reopen(unit, support);
  else if (over) await updateCase(unit, support, {});
  else if (["NEW", "OPEN"].includes(status)) {
    const replyBy = support.replyBy ?? nextReplyBy(unit, support);
    await updateCase(unit, support, { replyBy });
  } else await backToSupport(unit, support, "resume");
  return done({ caseId, messageId: message.id }, { support, message });
}

async function reopen(unit: UnitOfWork, support: CaseEntity): Promise<void> {
  await backToSupport(unit, support, "reopen");
  const { id: caseId, orderId } = support;
  await recordEvent(unit, { orderId, kind: "case.reopened", caseId });
}

/**
 * Back to support by hand: a resolved case, or one that needn't wait any longer. The buyer says so of
 * a resolved one alone.
 */
export const reopenCase = (unit: UnitOfWork, caller: Caller, input: OnCase): Promise<Worked> =>
  withCase(unit, caller, input, async (support) => {
    const { id: caseId, orderId, status } = support;
    const waits = ["PENDING_BUYER", "PENDING_SELLER", "ON_HOLD"].includes(status);
    if (waits && caller.kind === "AGENT") {
      await backToSupport(unit, support, "resume");
      await recordEvent(unit, { orderId, kind: "case.resumed", caseId });
    } else {
      const refusal = refuseTransition(caseMachine, status, "reopen");
      if (refusal) return refuse(refusal);
      await reopen(unit, support);
    }
    return done({ caseId, messageId: null }, { support });
  });

/**
 * Support is done: with an answer, sent now or before, or with a reason; and only when nothing of the
 * order is open that would then be on nobody's list.
 */
export const resolveCase = (
  unit: UnitOfWork,
  caller: Caller,
  input: OnCase & { body: string | null; reason: string | null },
): Promise<Worked> =>
  withCase(unit, caller, input, async (support) => {
    const { id: caseId, orderId } = support;
    const refusal = refuseTransition(caseMachine, support.status, "resolve");
    if (refusal) return refuse(refusal);
    const matters = await openMatters(unit.manager, orderId);
    if (matters.length > 0) return refuse({ kind: "MattersOpen", matters });
    const { body, reason } = input;
    if (body === null && reason === null && !(await isAnswered(unit, caseId))) {
      return refuse({ kind: "InvalidInput", field: "reason", problem: "EMPTY" });
    }
    const message =
      body === null ? null : await addMessage(unit, support, { body, internal: false });
    if (message) {
      await recordEvent(unit, { orderId, kind: "case.message", caseId, messageId: message.id });
    }
    await ownIfNobodyDoes(unit, support);
    await updateCase(unit, support, {
      status: targetOf(caseMachine, support.status, "resolve"),
      replyBy: null,
      waitsUntil: null,
      resolvedAt: unit.now,
    });
    await followResolved(unit, support);
    await recordEvent(unit, { orderId, kind: "case.resolved", caseId, reason });
    return done({ caseId, messageId: message?.id ?? null }, { support, message });
  });

/** Whether support, or its ruling, had the last word. */
async function isAnswered({ manager }: UnitOfWork, caseId: string): Promise<boolean> {
  const [last]: { by: string }[] = await manager.query(
    `SELECT by FROM (
       SELECT author_kind AS by, sent_at AS at, id FROM case_messages
         WHERE case_id = $1 AND NOT internal
           AND NOT (author_kind = 'BUYER' AND awaits IS NOT DISTINCT FROM 'NOBODY')
       UNION ALL SELECT 'AGENT', ruled_at, id FROM disputes
         WHERE case_id = $1 AND ruled_at IS NOT NULL) said
     ORDER BY at DESC, id DESC LIMIT 1`,
    [caseId],
  );
  return last?.by === "AGENT";
}
