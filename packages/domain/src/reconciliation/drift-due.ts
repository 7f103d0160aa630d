import { addBusinessHours, type Calendar } from "../calendar/calendar.js";
import type { DriftKind } from "./drift.js";

/** Business hours in which somebody settles a difference; what costs somebody money comes first. */
const settledWithin: Record<DriftKind, number> = {
  EXTRA: 9,
  DUPLICATE: 9,
  MISSING: 9,
  WRONG_CHARGE: 9,
  SHARED: 9,
  WRONG_CURRENCY: 18,
  WRONG_AMOUNT: 18,
  LATE: 18,
};

/** By when somebody should have settled a difference; then a lead has it. */
export const driftDueBy = (kind: DriftKind, foundAt: Date, calendar: Calendar): Date =>
  addBusinessHours(calendar, foundAt, settledWithin[kind]);
