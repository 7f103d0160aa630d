import { assert } from "@makegood/domain/assert";
import {
  isShownInProof,
  maskedInstrument,
  type ProvenAllocation,
  type ProvenPayout,
  type RefundProof,
  stillExpected,
} from "@makegood/domain/proof/refund-proof";
import type { EntityManager } from "typeorm";
import { DecisionEntity } from "#modules/decision/exports/decision.entity.js";
import { LedgerTransactionEntity } from "#modules/ledger/exports/ledger-transaction.entity.js";
import { OrderEntity } from "#modules/order/exports/order.entity.js";
import { PolicyVersionEntity } from "#modules/policy/exports/policy-version.entity.js";
import type { RefundEntity } from "#modules/refund/exports/refund.entity.js";
import { RefundPayoutEntity } from "#modules/refund/exports/refund-payout.entity.js";
import { ShopEntity } from "#modules/shop/exports/shop.entity.js";
import { ledgerEvidence } from "#modules/trail/exports/ledger-evidence.js";

/** What a proof says before it is given a code. */
export type ProofBody = Omit<RefundProof, "issuer" | "code" | "issuedAt">;

/** Everything there is to prove of a refund, from the rows themselves. */
export async function describeRefund(
  manager: EntityManager,
  refund: RefundEntity,
): Promise<ProofBody> {
  const order = await manager.findOneByOrFail(OrderEntity, { id: refund.orderId });
  const payouts = await payoutsOf(manager, refund.id);
  const credited = payouts.some(
    ({ kind, status }) => kind === "STORE_CREDIT" && status === "SUCCEEDED",
  );
  const shop = await manager.findOneByOrFail(ShopEntity, { id: refund.shopId });
  return {
    format: "makegood.refund-proof/1",
    refund: {
      id: refund.id,
      orderId: order.id,
      orderNumber: order.number,
      shop: shop.name,
      status: refund.status,
      amountMinor: refund.amountMinor,
      currency: refund.currency,
      createdAt: refund.createdAt.toISOString(),
      promisedBy: refund.promisedBy.toISOString(),
      submittedAt: refund.submittedAt?.toISOString() ?? null,
      succeededAt: refund.succeededAt?.toISOString() ?? null,
    },
    // Credit is there at once; no bank has to show it.
    stillExpected: credited ? [] : stillExpected(refund),
    allocations: await allocationsOf(manager, refund.id),
    payouts,
    basis: await basisOf(manager, refund.decisionId),
    ledger: await ledgerOf(manager, refund.id),
  };
}

interface AllocationRow extends Omit<ProvenAllocation, "instrument" | "amountMinor" | "trace"> {
  label: string;
  amount: string;
  traceType: string | null;
  traceValue: string | null;
}

async function allocationsOf(
  manager: EntityManager,
  refundId: string,
): Promise<ProvenAllocation[]> {
  const rows: AllocationRow[] = await manager.query(
    `SELECT p.label, p.method, p.provider, a.amount_minor AS amount,
       CASE WHEN a.status = 'SUCCEEDED' AND NOT EXISTS (SELECT 1 FROM refund_attempts s
         WHERE s.allocation_id = a.id AND s.status = 'SUCCEEDED')
         THEN 'PAID_OTHERWISE' ELSE a.status END AS status,
       a.trace_type AS "traceType", a.trace_value AS "traceValue",
       (SELECT t.provider_refund_id FROM refund_attempts t WHERE t.allocation_id = a.id
         ORDER BY t.number DESC LIMIT 1) AS "providerRefundId"
     FROM refund_allocations a JOIN payments p ON p.id = a.payment_id
     WHERE a.refund_id = $1 ORDER BY p.position`,
    [refundId],
  );
  return rows.map(({ label, amount, traceType, traceValue, ...row }) => ({
    instrument: maskedInstrument(label),
    method: row.method,
    provider: row.provider,
    amountMinor: Number(amount),
    status: row.status,
    providerRefundId: row.providerRefundId,
    trace: traceType && traceValue ? { type: traceType, value: traceValue } : null,
  }));
}

async function payoutsOf(manager: EntityManager, refundId: string): Promise<ProvenPayout[]> {
  const rows = await manager.find(RefundPayoutEntity, {
    where: { refundId },
    order: { id: "ASC" },
  });
  return rows
    .filter(({ status }) => status === "OPEN" || status === "SUCCEEDED")
    .map(({ kind, amountMinor, bonusMinor, status, traceType, traceValue }) => ({
      kind,
      amountMinor,
      bonusMinor,
      status,
      trace: traceType && traceValue ? { type: traceType, value: traceValue } : null,
    }));
}

async function basisOf(
  manager: EntityManager,
  decisionId: string | null,
): Promise<RefundProof["basis"]> {
  if (decisionId === null) return null;
  const decision = await manager.findOneBy(DecisionEntity, { id: decisionId });
  assert(decision !== null, "a refund rests on a stored decision");
  const policy = await manager.findOneByOrFail(PolicyVersionEntity, {
    id: decision.policyVersionId,
  });
  const { outcome, rule, policyVersionId } = decision;
  return { decisionId, outcome, rule, policyVersionId, policyNumber: policy.number };
}

async function ledgerOf(manager: EntityManager, refundId: string): Promise<ProofBody["ledger"]> {
  const posted = await manager.findBy(LedgerTransactionEntity, { refundId });
  const evidence = await ledgerEvidence(
    manager,
    posted.map(({ id }) => id),
  );
  return evidence.map(({ text, entries, contentHash, link }) => ({
    text,
    entries: entries.map((entry) => {
      const { account } = JSON.parse(entry.text);
      return { hash: entry.hash, text: isShownInProof(account) ? entry.text : null };
    }),
    contentHash,
    link,
  }));
}
