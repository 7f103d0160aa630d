import { addHours } from "@makegood/domain/calendar/calendar";
import { done, refuse } from "#platform/commands/refused.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import type { Caller } from "#platform/identity/caller.js";
import { setDeadline } from "#platform/jobs/deadlines.js";
import type { Platform } from "#platform/platform.js";
import { recordScan } from "../parcel.js";
import { lockReturn } from "./lock-return.js";
import { ReturnEntity } from "./return.entity.js";

/** The deadline at which the sandbox's carrier scans a parcel; its subject is RETURN:STEP. */
export const sandboxScanDue = "sandbox.parcelScan";

const route = [
  { status: "ACCEPTED", place: "Post office" },
  { status: "IN_TRANSIT", place: "Sorting centre" },
  { status: "DELIVERED", place: "Seller's door" },
] as const;

/** In a sandbox: the buyer hands the parcel in. It is scanned at once, next day, and delivered the day after. */
export async function dropOffInSandbox(unit: UnitOfWork, caller: Caller, returnId: string) {
  const given = await lockReturn(unit, caller, returnId);
  if (!given) return refuse({ kind: "NotFound", what: "return" });
  const { request } = given;
  if (request.status !== "AWAITING_SHIPMENT" || !request.trackingNumber) {
    return refuse({
      kind: "NotInThisState",
      machine: "return",
      state: request.status,
      command: "dropOff",
      allowedCommands: [],
    });
  }
  const times = [unit.now, addHours(unit.now, 20), addHours(unit.now, 44)];
  for (const [step, at] of times.entries()) {
    await setDeadline(unit.manager, sandboxScanDue, `${returnId}:${step}`, at);
  }
  return done({ returnId }, request);
}

/** One scan of the route, told as a carrier tells it. */
export async function sandboxScan(platform: Platform, subject: string, at: Date): Promise<void> {
  const [returnId = "", step = "0"] = subject.split(":");
  const request = await platform.database.manager.findOneBy(ReturnEntity, { id: returnId });
  const scan = route[Number(step)];
  if (!request?.trackingNumber || !scan) return;
  const { trackingNumber } = request;
  await recordScan(platform, { id: `sandbox-${subject}`, trackingNumber, ...scan, at });
}
