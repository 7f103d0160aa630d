import type { Refusal } from "@makegood/domain/refusal/refusal";
import { writeAudit } from "#platform/commands/audit.js";
import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import type { KnownCaller } from "#platform/graphql/callers.js";
import { callerId } from "#platform/identity/caller.js";
import { ProposedChangeEntity, type TwoPersonCommand } from "./exports/proposed-change.entity.js";

/** How each command is carried out, with the input that was proposed and in the approver's name. */
export type CarryOut = Record<
  TwoPersonCommand,
  (unit: UnitOfWork, caller: KnownCaller, input: never) => Promise<Outcome<Record<string, unknown>>>
>;

type Answered = Outcome<{ changeId: string }>;

/** What administrators alone may propose, they alone approve; the rest is for leads, too. */
const forAdministrators: readonly TwoPersonCommand[] = [
  "publishMoneyTerms",
  "setRefundLimit",
  "createMarketplaceKey",
];

/** Why this caller can't approve a change; null when they can. */
export function refuseSecondPerson(
  caller: KnownCaller,
  { command, proposedById }: Pick<ProposedChangeEntity, "command" | "proposedById">,
): Refusal | null {
  if (proposedById === callerId(caller)) {
    return { kind: "PersonNotAllowed", needed: "OTHER_THAN_PROPOSER" };
  }
  const needed = forAdministrators.includes(command) ? "ADMIN" : "LEAD";
  const role = caller.kind === "AGENT" ? caller.role : null;
  const may = role === "ADMIN" || (role === "LEAD" && needed === "LEAD");
  return may ? null : { kind: "PersonNotAllowed", needed };
}

/** What a proposal stands at: an open one whose time is over waits no more. */
export const statusOf = ({ status, expiresAt }: ProposedChangeEntity, now: Date) =>
  status === "OPEN" && expiresAt <= now ? "EXPIRED" : status;

async function lockOpen(
  unit: UnitOfWork,
  id: string,
  command: "approve" | "decline",
): Promise<Outcome<ProposedChangeEntity>> {
  const change = await unit.manager
    .createQueryBuilder(ProposedChangeEntity, "c")
    .where("c.id = :id", { id })
    .setLock("pessimistic_write")
    .getOne();
  if (!change) return refuse({ kind: "NotFound", what: "proposal" });
  const state = statusOf(change, unit.now);
  if (state === "OPEN") return done(change);
  const machine = { machine: "proposal", state, command, allowedCommands: [] };
  return refuse({ kind: "NotInThisState", ...machine });
}

/** The second person agrees: it is done now, in their name beside the proposer's. */
export async function approveChange(
  unit: UnitOfWork,
  caller: KnownCaller,
  carryOut: CarryOut,
  changeId: string,
): Promise<Answered> {
  const found = await lockOpen(unit, changeId, "approve");
  if (!found.ok) return found;
  const change = found.answer;
  const refusal = refuseSecondPerson(caller, change);
  if (refusal) return refuse(refusal);
  const outcome = await carryOut[change.command](unit, caller, change.input as never);
  if (!outcome.ok) return outcome;
  const decided = { decidedById: unit.actor.id, decidedAt: unit.now };
  await unit.manager.update(
    ProposedChangeEntity,
    { id: changeId },
    { status: "APPROVED", ...decided },
  );
  const { command: name, input, proposedById } = change;
  await writeAudit(
    unit.manager,
    {
      name,
      actor: unit.actor,
      idempotencyKey: null,
      input: { ...input, changeId, proposedById },
    },
    "done",
    unit.now,
  );
  return done({ changeId }, { ...change, status: "APPROVED", ...decided });
}

/** The second person does not agree, or the first takes it back. */
export async function declineChange(
  unit: UnitOfWork,
  changeId: string,
  reason: string,
): Promise<Answered> {
  const found = await lockOpen(unit, changeId, "decline");
  if (!found.ok) return found;
  const decided = {
    status: "DECLINED" as const,
    decidedById: unit.actor.id,
    decidedAt: unit.now,
    reason,
  };
  await unit.manager.update(ProposedChangeEntity, { id: changeId }, decided);
  return done({ changeId }, { ...found.answer, ...decided });
}
