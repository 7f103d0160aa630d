import { addBusinessHours, type Calendar } from "@makegood/domain/calendar/calendar";
import { type CaseTopic, firstReplyBusinessHours } from "@makegood/domain/case/case-topic";
import { causeOfRefund, type PromiseCause } from "@makegood/domain/promise/promise-cause";
import { replyPromises, type SaidInCase } from "@makegood/domain/promise/reply-promises";
import type { PromiseKind } from "@makegood/domain/promise/service-promise";
import type { RefundStatus } from "@makegood/domain/refund/refund-machine";
import type { EntityManager } from "typeorm";

/** A promise as the rows it is about tell it. */
export interface ReadPromise {
  kind: PromiseKind;
  subjectId: string;
  refundId: string | null;
  caseId: string | null;
  method: string | null;
  provider: string | null;
  madeAt: Date;
  promisedBy: Date;
  settledAt: Date | null;
  void: boolean;
  bySilence: boolean;
  cause: PromiseCause;
}

type RefundRow = {
  id: string;
  status: RefundStatus;
  pending_reason: string | null;
  created_at: Date;
  promised_by: Date;
  succeeded_at: Date | null;
  method: string;
  provider: string;
};

/** The money owed for an order, by the method and provider most of it goes back by. */
async function ofRefunds(manager: EntityManager, orderId: string): Promise<ReadPromise[]> {
  const rows: RefundRow[] = await manager.query(
    `SELECT r.id, r.status, r.pending_reason, r.created_at, r.promised_by, r.succeeded_at, p.method, p.provider
     FROM refunds r CROSS JOIN LATERAL (SELECT p.method, p.provider FROM refund_allocations a
       JOIN payments p ON p.id = a.payment_id WHERE a.refund_id = r.id
       ORDER BY a.amount_minor DESC, p.position LIMIT 1) p
     WHERE r.order_id = $1`,
    [orderId],
  );
  return rows.map((row) => ({
    kind: "REFUND",
    subjectId: row.id,
    refundId: row.id,
    caseId: null,
    method: row.method,
    provider: row.provider,
    madeAt: row.created_at,
    promisedBy: row.promised_by,
    settledAt: row.status === "SUCCEEDED" ? row.succeeded_at : null,
    void: row.status === "CANCELED",
    bySilence: false,
    cause: causeOfRefund(row.status, row.pending_reason),
  }));
}

type AnswerRow = {
  id: string;
  made_at: Date;
  promised_by: Date;
  answered_at: Date | null;
  answer: string | null;
};

const answers = (orderColumn: string) => `e.order_id = ${orderColumn} AND e.kind IN (
  'cancellation.approved', 'cancellation.approvedBySilence', 'cancellation.rejected',
  'cancellation.withdrawn', 'return.approved', 'return.approvedBySilence', 'return.rejected',
  'return.infoAsked', 'return.offered', 'return.canceled')`;

/** What sellers were given time to answer; the first answer counts. */
async function ofAnswers(manager: EntityManager, orderId: string): Promise<ReadPromise[]> {
  const rows: AnswerRow[] = await manager.query(
    `SELECT c.id, c.requested_at AS made_at, c.respond_by AS promised_by, e.at AS answered_at, e.kind AS answer
     FROM cancellations c LEFT JOIN LATERAL (SELECT e.at, e.kind FROM timeline_events e
       WHERE e.cancellation_id = c.id AND ${answers("c.order_id")} ORDER BY e.seq LIMIT 1) e ON TRUE
     WHERE c.order_id = $1 AND c.respond_by IS NOT NULL
     UNION ALL
     SELECT r.id, r.requested_at, (d.body->>'respondBy')::timestamptz, e.at, e.kind
     FROM returns r JOIN decisions d ON d.id = r.decision_id
     LEFT JOIN LATERAL (SELECT e.at, e.kind FROM timeline_events e
       WHERE e.return_id = r.id AND ${answers("r.order_id")} ORDER BY e.seq LIMIT 1) e ON TRUE
     WHERE r.order_id = $1 AND d.body->>'respondBy' IS NOT NULL`,
    [orderId],
  );
  return rows.map((row) => ({
    kind: "SELLER_ANSWER",
    subjectId: row.id,
    refundId: null,
    caseId: null,
    method: null,
    provider: null,
    madeAt: row.made_at,
    promisedBy: row.promised_by,
    settledAt: row.answered_at,
    void: /\.(withdrawn|canceled)$/.test(row.answer ?? ""),
    bySilence: row.answer?.endsWith("BySilence") ?? false,
    cause: "SELLER_SILENT",
  }));
}

type MessageRow = {
  case_id: string;
  topic: CaseTopic;
  id: string;
  author_kind: string;
  internal: boolean;
  awaits: string | null;
  sent_at: Date;
};

const whoSaid: Record<string, SaidInCase["by"]> = {
  BUYER: "BUYER",
  AGENT: "SUPPORT",
  REOPENED: "REOPENED",
  RESOLVED: "RESOLVED",
};

/** What support owed answers to, by the clock of the case's topic. */
async function ofReplies(
  manager: EntityManager,
  orderId: string,
  calendar: Calendar,
): Promise<ReadPromise[]> {
  const rows: MessageRow[] = await manager.query(
    `SELECT c.id AS case_id, c.topic, m.id, m.author_kind, m.internal, m.awaits, m.sent_at
     FROM cases c JOIN (
       SELECT case_id, id, author_kind, internal, awaits, sent_at, 0 AS nth FROM case_messages
       -- A dispute has dates of its own: opening it says who answers by when, its ruling is the answer.
       UNION ALL SELECT case_id, id, 'AGENT', false, NULL, opened_at, 1 FROM disputes
       UNION ALL SELECT case_id, id, 'AGENT', false, NULL, ruled_at, 1 FROM disputes WHERE ruled_at IS NOT NULL
       UNION ALL SELECT case_id, case_id || ':' || seq,
         CASE kind WHEN 'case.resolved' THEN 'RESOLVED' ELSE 'REOPENED' END, false, NULL, at, 2
       FROM timeline_events
       WHERE order_id = $1 AND kind IN ('case.resolved', 'case.reopened', 'case.resumed')
     ) m ON m.case_id = c.id WHERE c.order_id = $1
     ORDER BY c.id, m.sent_at, m.nth, m.id`,
    [orderId],
  );
  const caseIds = [...new Set(rows.map(({ case_id }) => case_id))];
  return caseIds.flatMap((caseId) => {
    const said = rows.filter(({ case_id }) => case_id === caseId);
    const { topic } = said[0] as MessageRow;
    const messages = said.map(({ id, author_kind, internal, awaits, sent_at }) => {
      const by = whoSaid[author_kind] ?? "OTHER";
      return { id, by, internal, awaitsNobody: awaits === "NOBODY", at: sent_at };
    });
    return replyPromises(messages).map(({ messageId, madeAt, answeredAt, unanswered }) => {
      const promisedBy = addBusinessHours(calendar, madeAt, firstReplyBusinessHours[topic]);
      return {
        kind: "AGENT_REPLY" as const,
        subjectId: messageId,
        refundId: null,
        caseId,
        method: null,
        provider: null,
        madeAt,
        promisedBy,
        settledAt: answeredAt,
        // Resolved in time without a word, it was not kept; too late, it stays broken.
        void: unanswered && answeredAt !== null && answeredAt <= promisedBy,
        bySilence: false,
        cause: "SUPPORT_BUSY" as const,
      };
    });
  });
}

/** Everything that was promised about an order, as it stands in the rows themselves. */
export async function readPromises(
  manager: EntityManager,
  orderId: string,
  calendar: Calendar,
): Promise<ReadPromise[]> {
  return [
    ...(await ofRefunds(manager, orderId)),
    ...(await ofAnswers(manager, orderId)),
    ...(await ofReplies(manager, orderId, calendar)),
  ];
}
