let aheadMs = 0;

/** What the platform's clock said just now; a sandbox's may be days ahead of this device's. */
export function learnTime(said: string): void {
  const at = Date.parse(said);
  if (!Number.isNaN(at)) aheadMs = at - Date.now();
}

/** The time by the platform's clock, by which deadlines fall due; to within a request's time. */
export const platformNow = (): Date => new Date(Date.now() + aheadMs);
