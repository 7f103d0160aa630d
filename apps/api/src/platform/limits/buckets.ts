import { createHash } from "node:crypto";
import type { DataSource } from "typeorm";

/** A leaky bucket: each use adds to it, and it leaks by itself. */
export interface Bucket {
  /** What it holds; more is refused. */
  capacity: number;
  /** What leaks from it in a second. */
  perSecond: number;
}

/** What a bucket still holds at this moment: b is its row, and rate what leaks in a second. */
export const leaked = (rate: string) =>
  `GREATEST(0, b.level - ${rate} * GREATEST(0, EXTRACT(epoch FROM clock_timestamp() - b.at)))`;

/** How long until there is room, in milliseconds. */
export const waitMs = (level: number, cost: number, { capacity, perSecond }: Bucket): number =>
  Math.max(1, Math.ceil(((level + cost - capacity) / perSecond) * 1000));

/** Buckets are named by a hash: whose they are is nobody's to read. */
export const bucketKey = (kind: string, ...about: string[]): string =>
  `${kind}:${createHash("sha256").update(about.join("\n")).digest("base64url").slice(0, 32)}`;

/**
 * Adds to a bucket that all processes share, unless that is too much for it. 0 when it was added, else
 * the milliseconds until it may be tried again.
 */
export async function pour(
  database: DataSource,
  key: string,
  cost: number,
  bucket: Bucket,
): Promise<number> {
  const { capacity, perSecond } = bucket;
  const level = leaked("$3::float8");
  const added = await database.query(
    `INSERT INTO rate_buckets AS b (key, level, at) VALUES ($1, $2, clock_timestamp())
     ON CONFLICT (key) DO UPDATE SET level = ${level} + $2, at = clock_timestamp()
       WHERE ${level} + $2 <= $4::float8
     RETURNING level`,
    [key, cost, perSecond, capacity],
  );
  if (added.length > 0) return 0;
  const [row] = await database.query(
    `SELECT ${leaked("$2::float8")} AS level FROM rate_buckets b WHERE key = $1`,
    [key, perSecond],
  );
  return waitMs(row?.level ?? 0, cost, bucket);
}

/** Takes back what was poured: it turned out not to count. */
export async function takeBack(database: DataSource, key: string, cost: number): Promise<void> {
  await database.query("UPDATE rate_buckets SET level = GREATEST(0, level - $2) WHERE key = $1", [
    key,
    cost,
  ]);
}

/** What a bucket holds now. */
export async function levelOf(
  database: DataSource,
  key: string,
  { perSecond }: Bucket,
): Promise<number> {
  const [row] = await database.query(
    `SELECT ${leaked("$2::float8")} AS level FROM rate_buckets b WHERE key = $1`,
    [key, perSecond],
  );
  return row?.level ?? 0;
}
