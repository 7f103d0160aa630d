import { decideTransition } from "@makegood/domain/machine/machine";
import { returnDeadlines } from "@makegood/domain/return/return-deadlines";
import { returnMachine } from "@makegood/domain/return/return-machine";
import {
  carrierFormat,
  isTrackingNumber,
  plainTrackingNumber,
} from "@makegood/domain/return/tracking-number";
import { ReturnLabelEntity } from "#modules/carrier/exports/label.entity.js";
import type { ParcelScan } from "#modules/carrier/exports/return-carrier.js";
import { countedAt } from "#modules/order/exports/counted-at.js";
import { done, refuse } from "#platform/commands/refused.js";
import { runCommand } from "#platform/commands/run-command.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import { carrierActor } from "#platform/identity/actor.js";
import type { Caller } from "#platform/identity/caller.js";
import { setDeadline } from "#platform/jobs/deadlines.js";
import { marketplaceOf } from "#platform/marketplace.js";
import type { Platform } from "#platform/platform.js";
import { withReturn } from "./answer-request.js";
import { advanceReturn, returnDue } from "./exports/advance-return.js";
import { type LockedReturn, lockReturn } from "./exports/lock-return.js";
import { ReturnEntity } from "./exports/return.entity.js";
import { payReturn } from "./exports/settle-return.js";

const told = ({ id: returnId, orderId }: ReturnEntity) => ({ returnId, orderId });

/** The parcel is on its way. */
async function underWay(
  unit: UnitOfWork,
  given: LockedReturn,
  parcel: { carrier: string; trackingNumber: string },
): Promise<void> {
  const { request, policy, locked } = given;
  await advanceReturn(unit, request, "scan", {
    ...parcel,
    sentAt: unit.now,
    dueAt: returnDeadlines.lostBy(
      policy.rules,
      countedAt(locked.order, marketplaceOf(unit.manager)),
      unit.now,
    ),
  });
  await recordEvent(unit, { ...told(request), kind: "return.sent", data: parcel });
}

/** The buyer sent it with a carrier of their own. A number that is typed is no scan: nothing is paid yet. */
export const addReturnTracking = (
  unit: UnitOfWork,
  caller: Caller,
  input: { returnId: string; carrier: string; trackingNumber: string },
) =>
  withReturn(unit, caller, input.returnId, "scan", async (given) => {
    const { method, status: state } = given.request;
    if (method !== "OWN") {
      const command = "addTracking";
      return refuse({
        kind: "NotInThisState",
        machine: "return",
        state,
        command,
        allowedCommands: [],
      });
    }
    const format = carrierFormat(input.carrier);
    if (!format)
      return refuse({ kind: "InvalidInput", field: "carrier", problem: "UNKNOWN_VALUE" });
    const trackingNumber = plainTrackingNumber(input.trackingNumber);
    if (!isTrackingNumber(format, trackingNumber)) {
      const { name: carrier, example } = format;
      return refuse({ kind: "TrackingNumberUnusable", carrier, example });
    }
    await underWay(unit, given, { carrier: format.name, trackingNumber });
    return undefined;
  });

async function received(unit: UnitOfWork, { request, policy }: LockedReturn): Promise<void> {
  await advanceReturn(unit, request, "receive", {
    receivedAt: unit.now,
    dueAt: returnDeadlines.inspectBy(policy.rules, unit.now),
  });
  await recordEvent(unit, { ...told(request), kind: "return.received" });
}

/** The seller has it in their hands, whatever the carrier said. */
export const markReturnReceived = (unit: UnitOfWork, caller: Caller, returnId: string) =>
  withReturn(unit, caller, returnId, "receive", async (given) => {
    await received(unit, given);
    return undefined;
  });

/** What the carrier says about a parcel: any number of times, in any order, only news counts. */
export async function recordScan(platform: Platform, scan: ParcelScan): Promise<void> {
  const { id, trackingNumber, status, place, at } = scan;
  await runCommand(platform, {
    name: "recordParcelScan",
    actor: carrierActor,
    at,
    idempotencyKey: null,
    input: { id, trackingNumber, status },
    work: async (unit) => {
      // Only of labels that we had printed: a number that a buyer typed may be anybody's parcel.
      const label = await unit.manager.findOneBy(ReturnLabelEntity, { trackingNumber });
      const given = label && (await lockReturn(unit, null, label.returnId));
      if (!given) return done({});
      const { request, policy, locked } = given;
      const inserted = await unit.manager.query(
        `INSERT INTO parcel_scans (id, return_id, status, place, at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (id) DO NOTHING RETURNING id`,
        [id, request.id, status, place, at],
      );
      if (inserted.length === 0) return done({});
      const can = (command: string) =>
        decideTransition(returnMachine, request.status, command).allowed;
      const parcel = { carrier: request.carrier ?? "", trackingNumber };
      if (can("scan")) {
        await underWay(unit, given, parcel);
        const pays = policy.rules.returns.refundAtFirstScan && request.kind === "REFUND";
        if (pays) await payReturn(unit, given);
      }
      if (status === "DELIVERED" && can("receive")) await received(unit, given);
      else if (request.status === "IN_TRANSIT" && status === "IN_TRANSIT") {
        await recordEvent(unit, {
          ...told(request),
          kind: "return.scanned",
          ...(place ? { data: { place } } : {}),
        });
        await postponeLoss(
          unit,
          request,
          returnDeadlines.lostBy(
            policy.rules,
            countedAt(locked.order, marketplaceOf(unit.manager)),
            at,
          ),
        );
      }
      return done({});
    },
  });
}

/** Every scan starts the time after which a parcel counts as lost anew. */
async function postponeLoss(unit: UnitOfWork, request: ReturnEntity, dueAt: Date): Promise<void> {
  request.dueAt = dueAt;
  await unit.manager.update(ReturnEntity, { id: request.id }, { dueAt });
  await setDeadline(unit.manager, returnDue, request.id, dueAt, { binds: request.orderId });
}
