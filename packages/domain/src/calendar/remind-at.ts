const dayMs = 86_400_000;

/**
 * When somebody is reminded of a deadline: a day before, or at half the time where there is less
 * than two days; null where an hour is all there is.
 */
export function remindAt(now: Date, dueAt: Date): Date | null {
  const leftMs = dueAt.getTime() - now.getTime();
  if (leftMs < 3_600_000) return null;
  const before = leftMs >= 2 * dayMs ? dayMs : leftMs / 2;
  return new Date(dueAt.getTime() - before);
}
