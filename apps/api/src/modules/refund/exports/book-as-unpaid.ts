import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { reverseAttempt } from "../record-outcome.js";

/** Records that money which we thought was paid never went: the provider has no such refund. */
export const bookAsUnpaid = (unit: UnitOfWork, attemptId: string): Promise<void> =>
  reverseAttempt(unit, attemptId, "missing_at_provider");
