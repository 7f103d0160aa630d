/** Where time comes from. Nothing else reads it, so that tests and the sandbox can move it. */
export interface Clock {
  now(): Date;
}

/** A clock that stands still. */
export function fixedClock(at: Date): Clock {
  return { now: () => at };
}
