import { zoneOfCountry } from "@makegood/domain/calendar/calendars";
import type { Decision, DecisionOutcome } from "@makegood/domain/decision/decision";
import { explainDecision } from "@makegood/domain/decision/explain";
import {
  replayDecision,
  revivedQuestion,
  type StoredQuestion,
  worthAsked,
} from "@makegood/domain/decision/replay";
import type { PolicyRules } from "@makegood/domain/policy/policy";
import type { Locale, Zone } from "@makegood/domain/text/locale";
import { revivedDecision } from "#modules/decision/exports/read-decision.js";
import type { Platform } from "#platform/platform.js";

const pageSize = 500;
const mostExamples = 50;

export interface BacktestExample {
  orderId: string;
  command: string;
  decidedAt: Date;
  before: DecisionOutcome;
  after: DecisionOutcome;
  beforeSentence: string;
  afterSentence: string;
  worseForBuyer: boolean;
}

export interface BacktestProgress {
  done: number;
  total: number;
  different: number;
  worseForBuyers: number;
  /** Requests that the draft's time to answer would have been too short for. */
  deadlinesMissed: number;
  moneyAtStake: Map<string, number>;
  flows: Map<string, number>;
  examples: BacktestExample[];
}

interface Row {
  id: string;
  order_id: string;
  decided_at: Date;
  outcome: DecisionOutcome;
  question: unknown;
  body: Record<string, unknown>;
  currency: string;
  /** When the seller answered; null where they did not, or were not asked. */
  answered_at: Date | null;
}

/** What was really asked: decisions that a request cites, and those that refused one. */
const asked = `
  FROM decisions d JOIN orders o ON o.id = d.order_id
  LEFT JOIN cancellations c ON c.decision_id = d.id
  LEFT JOIN returns r ON r.decision_id = d.id
  WHERE o.shop_id = $1 AND d.question IS NOT NULL AND d.command IN ('CANCEL', 'RETURN')
    AND (d.outcome = 'REFUSED' OR c.id IS NOT NULL OR r.id IS NOT NULL)`;

/** How good an outcome is for a buyer. */
const worth: Record<DecisionOutcome, number> = {
  REFUSED: 0,
  NEEDS_APPROVAL: 1,
  NEEDS_SELLER: 1,
  AUTO_APPROVED: 2,
};

/**
 * Replays a draft over the shop's real requests, the oldest first, a page at a time: memory stays
 * the same however long the history is, and whoever stops listening stops it.
 */
export async function* backtest(
  platform: Platform,
  { shopId, rules, locale }: { shopId: string; rules: PolicyRules; locale: Locale },
): AsyncGenerator<BacktestProgress, void, undefined> {
  const { database } = platform;
  const [{ total }]: [{ total: number }] = await database.query(
    `SELECT count(*)::int AS total ${asked}`,
    [shopId],
  );
  const draft = { id: "draft", shopId, number: 0, publishedAt: platform.clock.now(), rules };
  const zone = zoneOfCountry(rules.country);
  const progress: BacktestProgress = {
    done: 0,
    total,
    different: 0,
    worseForBuyers: 0,
    deadlinesMissed: 0,
    moneyAtStake: new Map(),
    flows: new Map(),
    examples: [],
  };
  yield progress;
  let after = "";
  while (progress.done < total) {
    const rows: Row[] = await database.query(
      `SELECT d.id, d.order_id, d.decided_at, d.outcome, d.question, d.body, o.currency,
         CASE WHEN c.decided_by = 'SELLER' THEN c.decided_at
           WHEN r.decided_by = 'SELLER' THEN r.decided_at END AS answered_at ${asked}
       AND d.id > $2 ORDER BY d.id LIMIT ${pageSize}`,
      [shopId, after],
    );
    if (rows.length === 0) break;
    for (const row of rows) {
      const question = revivedQuestion(row.question);
      note(progress, row, question, replayDecision(question, draft), { locale, zone });
    }
    after = rows.at(-1)?.id ?? after;
    progress.done += rows.length;
    yield progress;
  }
}

function note(
  progress: BacktestProgress,
  row: Row,
  question: StoredQuestion,
  now: Decision,
  { locale, zone }: { locale: Locale; zone: Zone },
): void {
  const flow = `${row.outcome} ${now.outcome}`;
  progress.flows.set(flow, (progress.flows.get(flow) ?? 0) + 1);
  if (now.respondBy && row.answered_at && row.answered_at > now.respondBy) {
    progress.deadlinesMissed += 1;
  }
  if (row.outcome === now.outcome) return;
  const worseForBuyer = worth[now.outcome] < worth[row.outcome];
  progress.different += 1;
  if (worseForBuyer) progress.worseForBuyers += 1;
  if ((worth[row.outcome] === 0) !== (worth[now.outcome] === 0)) {
    const known = progress.moneyAtStake.get(row.currency) ?? 0;
    progress.moneyAtStake.set(row.currency, known + worthAsked(question));
  }
  progress.examples.unshift({
    orderId: row.order_id,
    command: now.command,
    decidedAt: row.decided_at,
    before: row.outcome,
    after: now.outcome,
    beforeSentence: explainDecision(revivedDecision(row.body), locale, zone),
    afterSentence: explainDecision(now, locale, zone),
    worseForBuyer,
  });
  progress.examples.length = Math.min(progress.examples.length, mostExamples);
}
