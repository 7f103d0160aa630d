import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import type { DataSource } from "typeorm";
import type { RequestContext } from "#platform/graphql/context.js";
import { callerId } from "#platform/identity/caller.js";
import type { Platform } from "#platform/platform.js";
import { type Bucket, bucketKey, leaked, waitMs } from "./buckets.js";
import { rateLimited } from "./rate-limited.js";
import { Turns } from "./turns.js";

/** Below this an operation is a page's usual question; above it runs alone among its caller's. Points. */
const dearFrom = 1_000;
/** What one caller may have running at once, and waiting; the others of this process run between. */
const turnsOf = () => ({ usual: new Turns(6, 60), dear: new Turns(1, 6) });
/** How old what is known of a caller's bucket may be before the other processes' use is asked for. */
const knownForMs = 1_000;
const queueFullMs = 1_000;
/** A refusal takes this long, so that refusing somebody who doesn't stop costs next to nothing. */
const refusedAfterMs = 500;
/** What the least question costs. */
const leastCost = 100;
/** Once in so many writes, buckets that have long run dry are forgotten. */
const forgetEvery = 1_000;

/** Whose share a request is taken from: a person's, a key's, or of strangers their address's. */
export const shareOf = ({ caller, remoteAddress }: RequestContext): string =>
  caller.kind === "ANONYMOUS"
    ? bucketKey("address", remoteAddress)
    : bucketKey("caller", callerId(caller));

/** How many seconds' worth a caller who used nothing may use at once: a page after a page, not a flood. */
const burstSeconds = 6;

/** The limits of a process, as it is configured. */
export function callerLimits({ config, database, log }: Platform): CallerLimits {
  const perSecond = config.callerLimits?.pointsPerSecond ?? 0;
  const bucket = config.callerLimits && { perSecond, capacity: perSecond * burstSeconds };
  return new CallerLimits(database, log, bucket);
}

interface Known {
  level: number;
  at: number;
  askedAt: number;
  /** Used here and not yet told the others. */
  untold: number;
  telling: Promise<void> | null;
}

/**
 * What a caller may use up: a leaky bucket of points, shared by all processes, and how much of it at
 * once. What was used is written down beside the work, not before it: a flood costs the database one
 * statement at a time for each caller, and a usual caller waits for one a second at most.
 */
export class CallerLimits {
  private readonly known = new Map<string, Known>();
  private readonly turns = new Map<string, ReturnType<typeof turnsOf>>();
  private writes = 0;

  constructor(
    private readonly database: DataSource,
    private readonly log: Logger,
    /** Null where nobody is limited. */
    private readonly bucket: Bucket | null,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Refuses a caller whose bucket is known to be full, before anything is made of what they sent. */
  async refuseIfSpent(who: string): Promise<void> {
    const known = this.known.get(who);
    if (!this.bucket || !known) return;
    const level = this.levelNow(known, this.bucket);
    if (level + leastCost > this.bucket.capacity) {
      await this.refuse(waitMs(level, leastCost, this.bucket));
    }
  }

  /** Not at once: who asks again and again without a pause is given one. */
  private async refuse(wait: number): Promise<never> {
    await sleep(Math.min(wait, refusedAfterMs));
    throw rateLimited(wait);
  }

  /** Takes the points and a turn for an operation; the caller leaves when it is over. Throws where it is too much. */
  async admit(who: string, cost: number): Promise<() => void> {
    if (!this.bucket) return () => undefined;
    const wait = await this.use(who, cost, this.bucket);
    if (wait > 0) return this.refuse(wait);
    const turns = this.turns.get(who) ?? turnsOf();
    this.turns.set(who, turns);
    const leave = await (cost >= dearFrom ? turns.dear : turns.usual).enter();
    if (!leave) return this.refuse(queueFullMs);
    return () => {
      leave();
      if (turns.usual.idle && turns.dear.idle) this.turns.delete(who);
    };
  }

  private levelNow(known: Known, { perSecond }: Bucket): number {
    return Math.max(0, known.level - (perSecond * (this.now() - known.at)) / 1000);
  }

  private async use(who: string, cost: number, bucket: Bucket): Promise<number> {
    const known = this.known.get(who) ?? {
      level: 0,
      at: 0,
      askedAt: -knownForMs,
      untold: 0,
      telling: null,
    };
    this.known.set(who, known);
    if (this.now() - known.askedAt >= knownForMs) await this.tell(who, known, bucket);
    const level = this.levelNow(known, bucket);
    // Where the whole bucket is less than what one operation may cost, a full one is enough.
    if (level + Math.min(cost, bucket.capacity) > bucket.capacity)
      return waitMs(level, cost, bucket);
    known.level = level + cost;
    known.at = this.now();
    known.untold += cost;
    void this.tell(who, known, bucket);
    return 0;
  }

  /** Tells the others what was used here, and learns what they used: one at a time for each caller. */
  private async tell(who: string, known: Known, bucket: Bucket): Promise<void> {
    if (known.telling) return known.telling;
    const told = known.untold;
    known.untold = 0;
    known.telling = this.write(who, told, bucket)
      .then((level) => {
        known.level = level + known.untold;
      })
      .catch((error: unknown) => {
        // Without the others' use one's own still counts.
        this.log.warn({ err: error }, "what callers use could not be written down");
      })
      .then(() => {
        known.at = this.now();
        known.askedAt = known.at;
        known.telling = null;
        if (known.untold > 0) return void this.tell(who, known, bucket);
        if (this.known.size > 10_000) this.forget(bucket);
      });
    return known.telling;
  }

  private async write(who: string, cost: number, { perSecond }: Bucket): Promise<number> {
    if (++this.writes % forgetEvery === 0) {
      await this.database.query("DELETE FROM rate_buckets WHERE at < now() - interval '1 hour'");
    }
    const [row] = await this.database.query(
      `INSERT INTO rate_buckets AS b (key, level, at) VALUES ($1, $2, clock_timestamp())
       ON CONFLICT (key) DO UPDATE SET level = ${leaked("$3::float8")} + $2, at = clock_timestamp()
       RETURNING level`,
      [who, cost, perSecond],
    );
    return row.level;
  }

  private forget(bucket: Bucket): void {
    for (const [who, known] of this.known) {
      if (!known.telling && this.levelNow(known, bucket) === 0) this.known.delete(who);
    }
  }
}
