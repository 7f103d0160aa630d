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

const hourMs = 3_600_000;
const offsets = new Map<number, number>();

/** How far the zone is from UTC at an instant, in milliseconds: the same all through an hour. */
function offsetAt(instant: number): number {
  const hour = Math.floor(instant / hourMs);
  const known = offsets.get(hour);
  if (known !== undefined) return known;
  const offset = offsetOf(hour * hourMs);
  offsets.set(hour, offset);
  return offset;
}

/** Brazil had summer time until 2019. */
function offsetOf(instant: number): number {
  const parts = Object.fromEntries(
    format.formatToParts(instant).map(({ type, value }) => [type, value]),
  );
  const { year, month, day, hour, minute, second } = parts;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) - instant;
}

/** The instant of a local time, which is given as if it were one of UTC. */
export function fromLocal(asUtc: number): Date {
  const guess = asUtc - offsetAt(asUtc);
  return new Date(asUtc - offsetAt(guess));
}
