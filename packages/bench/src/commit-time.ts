import type { Client } from "pg";

/** Milliseconds that the server's clock is ahead of this process's `performance.now()`. */
export async function clockOffsetMs(pg: Client): Promise<number> {
  let best = { roundTrip: Number.POSITIVE_INFINITY, offset: Number.NaN };
  for (let tries = 0; tries < 20; tries++) {
    const asked = performance.now();
    const { rows } = await pg.query<{ ms: string }>(
      "SELECT extract(epoch FROM clock_timestamp()) * 1000 AS ms",
    );
    const answered = performance.now();
    const roundTrip = answered - asked;
    if (roundTrip >= best.roundTrip) continue;
    best = { roundTrip, offset: Number(rows[0]?.ms) - (asked + answered) / 2 };
  }
  return best.offset;
}

/**
 * When the transaction that wrote an event committed, by the server's clock in milliseconds: noted as its
 * commit is written, so before it is flushed and visible. Needs `track_commit_timestamp`.
 */
export async function committedAtMs(pg: Client, orderId: string, seq: number): Promise<number> {
  const { rows } = await pg.query<{ ms: string }>(
    `SELECT extract(epoch FROM pg_xact_commit_timestamp(xmin)) * 1000 AS ms FROM timeline_events
     WHERE order_id = $1 AND seq = $2`,
    [orderId, seq],
  );
  return Number(rows[0]?.ms);
}
