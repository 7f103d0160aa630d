import { assert } from "@makegood/domain/assert";
import type { OrderFacts } from "@makegood/domain/cancellation/cancellation-facts";
import { decideCancellation } from "@makegood/domain/cancellation/decide-cancellation";
import { explainDecision } from "@makegood/domain/decision/explain";
import type { PolicyVersion } from "@makegood/domain/policy/policy";
import { decideReturn } from "@makegood/domain/return/decide-return";
import { utc } from "@makegood/domain/text/locale";
import { In } from "typeorm";
import { factsOfMany } from "#modules/cancellation/exports/order-facts.js";
import { OrderEntity } from "#modules/order/exports/order.entity.js";
import { OrderLineEntity } from "#modules/order/exports/order-line.entity.js";
import { PurchaseEntity } from "#modules/order/exports/purchase.entity.js";
import { PolicyVersionEntity } from "#modules/policy/exports/policy-version.entity.js";
import { toReturnFacts } from "#modules/return/exports/to-return-facts.js";
import type { Platform } from "#platform/platform.js";
import { count } from "./import-report.js";

/**
 * Asks of every unit of these purchases, by their names in their file, whether its buyer could cancel or
 * return it now, and counts the answers: rules that can't explain real orders show here, not when a
 * buyer asks.
 */
export async function decideImported(
  { database: { manager }, clock }: Platform,
  externalIds: readonly string[],
  outcomes: Record<string, number>,
): Promise<void> {
  const now = clock.now();
  const purchases = await manager.find(PurchaseEntity, {
    select: { id: true },
    where: { externalId: In(externalIds) },
  });
  const orders = await manager.findBy(OrderEntity, {
    purchaseId: In(purchases.map(({ id }) => id)),
  });
  const policies = await manager.findBy(PolicyVersionEntity, {
    id: In([...new Set(orders.map(({ policyVersionId }) => policyVersionId))]),
  });
  const versions = new Map(policies.map((version) => [version.id, version]));
  const lines = await manager.findBy(OrderLineEntity, { orderId: In(orders.map(({ id }) => id)) });
  const all = orders.map((order) => ({
    order,
    lines: lines.filter(({ orderId }) => orderId === order.id),
  }));
  const facts = await factsOfMany(manager, all);
  for (const [index, known] of facts.entries()) {
    const locked = all[index];
    const policy = locked && versions.get(locked.order.policyVersionId);
    assert(locked !== undefined && policy !== undefined, "each order is under a policy");
    decideOrder(locked, known, policy);
  }

  function decideOrder(
    locked: { order: OrderEntity; lines: OrderLineEntity[] },
    facts: OrderFacts,
    policy: PolicyVersion,
  ): void {
    const returnFacts = toReturnFacts(facts, locked, []);
    const reason = policy.rules.cancellation.reasons[0]?.code ?? null;
    for (const { id: lineId, quantity } of locked.lines) {
      const units = [{ lineId, quantity: 1 }];
      const asked = { actor: "BUYER", now, policy } as const;
      const cancel = decideCancellation({
        ...asked,
        order: facts,
        ask: { units, reasonCode: reason, note: null },
      });
      const back = decideReturn({
        ...asked,
        order: returnFacts,
        ask: { units, reasonCode: "CHANGED_MIND", note: null, photos: 0 },
      });
      for (const decision of [cancel, back]) {
        const what = decision.refusal ? `refused: ${decision.refusal.kind}` : decision.outcome;
        const said = explainDecision(decision, "en", utc) !== "";
        const name = `${decision.command} ${what}${said ? "" : " (unexplained)"}`;
        count(outcomes, name, quantity);
      }
    }
  }
}
