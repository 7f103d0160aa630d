import type { Decision } from "@makegood/domain/decision/decision";
import type { StoredQuestion } from "@makegood/domain/decision/replay";
import type { EntityManager } from "typeorm";
import type { DecisionView } from "#platform/commands/decision-view.js";
import { newId } from "#platform/ids.js";
import { DecisionEntity } from "./decision.entity.js";

/** A decision on its way to the caller, not yet or never stored. */
export function decisionView(orderId: string, decision: Decision): DecisionView {
  return { id: null, orderId, policyVersionId: decision.policyVersionId, body: decision };
}

/** The id under which `keepDecision` will store it, so that it can be told before. */
export function namedDecision(
  orderId: string,
  decision: Decision,
  question: StoredQuestion,
): DecisionView {
  return { ...decisionView(orderId, decision), id: newId("decision"), question };
}

/** Keeps a decision as it was explained, for whoever asks later why. */
export async function keepDecision(
  manager: EntityManager,
  view: DecisionView,
  callerId: string,
  at: Date,
): Promise<void> {
  const decision = view.body as Decision;
  await manager.insert(DecisionEntity, {
    id: view.id ?? newId("decision"),
    orderId: view.orderId,
    policyVersionId: view.policyVersionId,
    command: decision.command,
    outcome: decision.outcome,
    rule: decision.rule,
    body: decision as never,
    question: (view.question ?? null) as never,
    callerId,
    decidedAt: at,
  });
}
