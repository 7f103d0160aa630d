import type { DriftSubject } from "@makegood/domain/reconciliation/drift";
import type { EntityManager } from "typeorm";
import type { ReportedLine } from "./subject.js";

const pageSize = 500;

/** The rows of a query page by page; its last two parameters are the key to come after, and how many. */
export async function* readPages<R extends { key: string }>(
  manager: EntityManager,
  sql: string,
  parameters: unknown[],
): AsyncIterable<R[]> {
  for (let after = ""; ; ) {
    const rows: R[] = await manager.query(sql, [...parameters, after, pageSize]);
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    after = last.key;
  }
}

type Dates = "madeAt" | "changedAt" | "heldUntil";
type LineRow = Omit<ReportedLine, Dates> &
  Record<Exclude<Dates, "heldUntil">, string> & {
    heldUntil: string | null;
  };

/** Lines as their SQL gives them. */
export interface WithLines {
  theirs: LineRow[] | null;
}

const line = `jsonb_build_object('theirsId', l.theirs_id, 'reference', l.reference,
  'chargeId', l.charge_id, 'intentId', l.intent_id, 'amountMinor', l.amount_minor,
  'givenBackMinor', l.given_back_minor, 'heldMinor', l.held_minor, 'heldUntil', l.held_until,
   'currency', l.currency, 'status', l.status,
  'madeAt', l.made_at, 'changedAt', l.changed_at)`;

/** SQL of a run's lines that belong to something of ours; the run's id is the second parameter. */
export const linesOf = (about: DriftSubject, oursId: string): string =>
  `(SELECT jsonb_agg(${line} ORDER BY l.made_at, l.theirs_id) AS theirs FROM reported_items l
    WHERE l.ours_id = ${oursId} AND l.run_id = $2 AND l.about = '${about}')`;

/** SQL of a run's lines that are nothing of ours, a page of them: provider, run, after, how many. */
export const foreignLines = (about: DriftSubject, more = "TRUE"): string => `
  SELECT l.theirs_id AS key, jsonb_build_array(${line}) AS theirs FROM reported_items l
  WHERE l.provider = $1 AND l.run_id = $2 AND l.about = '${about}' AND l.ours_id IS NULL
    AND l.theirs_id > $3 AND ${more}
  ORDER BY l.theirs_id LIMIT $4`;

export const toLines = ({ theirs }: WithLines): ReportedLine[] =>
  (theirs ?? []).map((row) => ({
    ...row,
    madeAt: new Date(row.madeAt),
    changedAt: new Date(row.changedAt),
    heldUntil: row.heldUntil === null ? null : new Date(row.heldUntil),
  }));
