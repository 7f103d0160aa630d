import { lockOrder } from "#modules/order/exports/lock-order.js";
import { type Outcome, refuse } from "#platform/commands/refused.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import type { Caller } from "#platform/identity/caller.js";
import { CaseEntity } from "./exports/case.entity.js";
import { seesCase } from "./exports/visible-case.js";
import { refuseIfCaseChanged } from "./refuse-if-case-changed.js";

export type Worked = Outcome<{ caseId: string; messageId: string | null }>;

/** What every command of a case names. */
export interface OnCase {
  caseId: string;
  /** The newest event of it that the caller had seen; null where they don't say. */
  expectedVersion: number | null;
}

/**
 * Works on a case under its order's lock, as the caller saw it: refused where there is none for them,
 * or where something has happened in it since.
 */
export async function withCase(
  unit: UnitOfWork,
  caller: Caller,
  { caseId, expectedVersion }: OnCase,
  work: (support: CaseEntity) => Promise<Worked>,
): Promise<Worked> {
  const { manager } = unit;
  const found = await manager.findOneBy(CaseEntity, { id: caseId });
  const locked =
    found && seesCase(caller, found) && (await lockOrder(manager, caller, found.orderId));
  if (!locked) return refuse({ kind: "NotFound", what: "case" });
  // Read again: it may have changed while we waited for the lock.
  const support = await manager.findOneByOrFail(CaseEntity, { id: caseId });
  const changed = await refuseIfCaseChanged(manager, caller, support, expectedVersion);
  if (changed) return refuse(changed);
  return work(support);
}
