import type { OrderFacts } from "@makegood/domain/cancellation/cancellation-facts";
import type { ReturnFacts } from "@makegood/domain/return/return-facts";
import { returnMachine } from "@makegood/domain/return/return-machine";
import type { LockedOrder } from "#modules/order/exports/lock-order.js";
import type { ReturnEntity } from "./return.entity.js";

/** An order's facts, with what only a return needs to know. */
export function toReturnFacts(
  facts: OrderFacts,
  { order, lines }: LockedOrder,
  returns: readonly ReturnEntity[],
): ReturnFacts {
  const open = returns.find(({ status }) => !returnMachine.final.includes(status));
  const categoryOf = new Map(lines.map(({ id, category }) => [id, category]));
  return {
    ...facts,
    deliveredAt: order.deliveredAt,
    openReturnId: open?.id ?? null,
    lines: facts.lines.map((line) => ({
      ...line,
      category: categoryOf.get(line.lineId) ?? null,
    })),
  };
}
