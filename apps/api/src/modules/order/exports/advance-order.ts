import { assert } from "@makegood/domain/assert";
import { decideTransition } from "@makegood/domain/machine/machine";
import { orderMachine } from "@makegood/domain/order/order-machine";
import type { EntityManager } from "typeorm";
import { OrderEntity } from "#modules/order/exports/order.entity.js";

/** Moves a locked order by a command its machine allows; changes the given entity, too. */
export async function advanceOrder(
  manager: EntityManager,
  order: OrderEntity,
  command: string,
  also: Partial<OrderEntity> = {},
): Promise<void> {
  const step = decideTransition(orderMachine, order.status, command);
  assert(step.allowed, `an order in ${order.status} does not ${command}`);
  Object.assign(order, also, { status: step.to });
  await manager.update(OrderEntity, { id: order.id }, { ...also, status: step.to });
}
