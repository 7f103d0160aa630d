import { returnDeadlines } from "@makegood/domain/return/return-deadlines";
import { countedAt } from "#modules/order/exports/counted-at.js";
import { attachPhotos } from "#modules/photo/exports/attach-photos.js";
import { type Outcome, refuse } from "#platform/commands/refused.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import type { Caller } from "#platform/identity/caller.js";
import { marketplaceOf } from "#platform/marketplace.js";
import { withReturn } from "./answer-request.js";
import { advanceReturn } from "./exports/advance-return.js";
import type { LockedReturn } from "./exports/lock-return.js";
import {
  type Disposition,
  type Inspection,
  type Reception,
  ReturnUnitEntity,
} from "./exports/return-unit.entity.js";
import { settleReturn } from "./exports/settle-return.js";
import { restock } from "./restock.js";

export interface UnitFinding {
  unitId: string;
  reception: Exclude<Reception, "AWAITING">;
  inspection: Exclude<Inspection, "PENDING">;
  grade: string | null;
  deductionMinor: number;
  note: string | null;
  disposition: Disposition;
}

const invalid = (field: string, problem: "EMPTY" | "OUT_OF_RANGE" | "TWICE", most?: number) =>
  refuse({ kind: "InvalidInput", field, problem, ...(most === undefined ? {} : { most }) });

/** What is wrong with what the seller found: every unit has one outcome, and what is kept a reason. */
function problemOf(
  { units }: LockedReturn,
  findings: readonly UnitFinding[],
  photos: number,
): Outcome<never> | null {
  if (new Set(findings.map(({ unitId }) => unitId)).size < findings.length) {
    return invalid("units", "TWICE");
  }
  if (findings.length < units.length) return invalid("units", "EMPTY");
  for (const [index, finding] of findings.entries()) {
    const each = units.find(({ id }) => id === finding.unitId);
    if (!each) return refuse({ kind: "NotFound", what: "unit of this return" });
    const most = each.grossMinor - each.keptMinor;
    const { inspection, deductionMinor, note, reception } = finding;
    const deducts = inspection === "ACCEPTED_WITH_DEDUCTION";
    // What was paid at the first scan is paid: what is found is recorded, and nothing taken off.
    const paid = each.state !== "OPEN";
    if (paid && deductionMinor === 0) continue;
    if (paid || (deducts ? deductionMinor < 1 || deductionMinor >= most : deductionMinor !== 0)) {
      return invalid(`units.${index}.deductionMinor`, "OUT_OF_RANGE", most - 1);
    }
    if (inspection !== "ACCEPTED" && note === null) {
      return refuse({ kind: "NoteRequired", reasonCode: inspection });
    }
    if (inspection === "REJECTED" && reception !== "MISSING" && photos === 0) {
      return refuse({ kind: "EvidenceRequired", reasonCode: inspection, photosNeeded: 1 });
    }
  }
  return null;
}

/** The seller says what became of every unit; what follows is the machine's to say. */
export const inspectReturn = (
  unit: UnitOfWork,
  caller: Caller,
  input: { returnId: string; units: readonly UnitFinding[]; photoIds: readonly string[] },
) =>
  withReturn(unit, caller, input.returnId, "inspect", async (given) => {
    const { request, units } = given;
    const problem = problemOf(given, input.units, input.photoIds.length);
    if (problem) return problem;
    const { id: subjectId, orderId } = request;
    const purpose = "INSPECTION";
    const refusal = await attachPhotos(unit, input.photoIds, { orderId, subjectId, purpose });
    if (refusal) return refuse(refusal);
    await record(unit, units, input.units);
    await conclude(unit, given);
    return undefined;
  });

/** Keeps what was found of each unit, all in one statement; what is restocked goes back once. */
async function record(
  unit: UnitOfWork,
  units: readonly ReturnUnitEntity[],
  findings: readonly UnitFinding[],
): Promise<void> {
  const found = units.flatMap((each) => {
    const finding = findings.find(({ unitId }) => unitId === each.id);
    return finding ? [Object.assign(each, foundOf(each, finding))] : [];
  });
  await unit.manager.query(
    `UPDATE return_units u SET reception = f.reception, inspection = f.inspection, grade = f.grade,
       disposition = f.disposition, deduction_minor = f."deductionMinor",
       inspection_note = f."inspectionNote"
     FROM jsonb_to_recordset($1::jsonb) AS f (id text, reception text, inspection text, grade text,
       disposition text, "deductionMinor" bigint, "inspectionNote" text) WHERE u.id = f.id`,
    [JSON.stringify(found)],
  );
  for (const each of found) if (each.disposition === "RESTOCKED") await restock(unit, each);
}

function foundOf(each: ReturnUnitEntity, finding: UnitFinding): Partial<ReturnUnitEntity> {
  const { reception, inspection, grade, deductionMinor, note, disposition } = finding;
  // What is rejected brings nothing back: all of its share is kept.
  const rejected = inspection === "REJECTED" ? each.grossMinor - each.keptMinor : deductionMinor;
  const off = each.state === "OPEN" ? rejected : each.deductionMinor;
  return { reception, inspection, grade, disposition, deductionMinor: off, inspectionNote: note };
}

async function conclude(unit: UnitOfWork, given: LockedReturn): Promise<void> {
  const { request, units, policy, locked } = given;
  const told = { orderId: request.orderId, returnId: request.id };
  await advanceReturn(unit, request, "inspect", { inspectedAt: unit.now });
  const dueAt = returnDeadlines.appealBy(
    policy.rules,
    countedAt(locked.order, marketplaceOf(unit.manager)),
    unit.now,
  );
  const paid = units.every(({ state }) => state === "DONE");
  if (paid || units.every(({ inspection }) => inspection === "ACCEPTED")) {
    await recordEvent(unit, { ...told, kind: "return.accepted" });
    await settleReturn(unit, given, "acceptAll");
  } else if (units.every(({ inspection }) => inspection === "REJECTED")) {
    await advanceReturn(unit, request, "refuseReceipt", { dueAt });
    const reason = units.find(({ inspectionNote }) => inspectionNote)?.inspectionNote ?? null;
    await recordEvent(unit, { ...told, kind: "return.receiptRejected", reason });
  } else {
    await advanceReturn(unit, request, "acceptSome", { dueAt });
    const amountMinor = units.reduce((sum, { deductionMinor }) => sum + deductionMinor, 0);
    const data = { amountMinor, currency: request.currency };
    await recordEvent(unit, { ...told, kind: "return.partlyAccepted", data });
  }
}

/** The seller did not inspect it in time: all of it is accepted. */
export async function acceptBySilence(unit: UnitOfWork, given: LockedReturn): Promise<void> {
  const { request, units } = given;
  const all = { reception: "RECEIVED", inspection: "ACCEPTED" } as const;
  for (const each of units) Object.assign(each, all);
  await unit.manager.update(ReturnUnitEntity, { returnId: request.id }, all);
  await advanceReturn(unit, request, "inspect", { inspectedAt: unit.now });
  const { id: returnId, orderId } = request;
  await recordEvent(unit, { orderId, kind: "return.acceptedBySilence", returnId });
  await settleReturn(unit, given, "acceptAll");
}

/** The buyer takes the deduction as itemised, without waiting for the time to appeal to end. */
export const acceptDeduction = (unit: UnitOfWork, caller: Caller, returnId: string) =>
  withReturn(unit, caller, returnId, "refund", async (given) => {
    await settleReturn(unit, given, "refund");
    return undefined;
  });
