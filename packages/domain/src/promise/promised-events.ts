import type { EventKind } from "../timeline/timeline-words.js";

const subjects = ["refund", "cancellation", "return", "case"];
const silent: readonly EventKind[] = [
  "refund.atRisk",
  "refund.late",
  "case.late",
  "case.note",
  "case.taken",
  "case.assigned",
  "case.released",
  "cancellation.reminder",
  "return.reminder",
  "refund.approvalReminder",
];

/** Whether an event may begin, keep or end a promise. */
export const bearsOnPromise = (kind: EventKind): boolean =>
  subjects.includes(kind.split(".")[0] ?? "") && !silent.includes(kind);
