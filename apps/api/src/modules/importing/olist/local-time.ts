const zone = "America/Sao_Paulo";
const format = new Intl.DateTimeFormat("en-CA", {
  timeZone: zone,
  hourCycle: "h23",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});

/** How far the zone is from UTC at an instant, in milliseconds; Brazil had summer time until 2019. */
function offsetAt(instant: number): number {
  const parts = Object.fromEntries(
    format.formatToParts(instant).map(({ type, value }) => [type, value]),
  );
  const { year, month, day, hour, minute, second } = parts;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) - instant;
}

/** An instant from the data's local time without a zone; null for an empty or unreadable one. */
export function fromLocal(text: string | undefined): Date | null {
  const asUtc = Date.parse(`${(text ?? "").replace(" ", "T")}Z`);
  if (Number.isNaN(asUtc)) return null;
  const guess = asUtc - offsetAt(asUtc);
  return new Date(asUtc - offsetAt(guess));
}
