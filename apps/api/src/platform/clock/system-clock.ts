import type { Clock } from "@makegood/domain/clock/clock";

/** The one place of the API that reads the system time. */
export const systemClock: Clock = { now: () => new Date() };
