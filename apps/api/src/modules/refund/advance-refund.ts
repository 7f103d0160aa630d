import { refundMachine } from "@makegood/domain/refund/refund-machine";
import type { EntityManager } from "typeorm";
import { targetOf } from "#platform/commands/transition.js";
import { RefundEntity } from "./exports/refund.entity.js";

/** Moves a refund of a locked order by a command its machine allows; changes the entity, too. */
export async function advanceRefund(
  manager: EntityManager,
  refund: RefundEntity,
  command: string,
  also: Partial<RefundEntity> = {},
): Promise<void> {
  const status = targetOf(refundMachine, refund.status, command);
  Object.assign(refund, also, { status });
  await manager.update(RefundEntity, { id: refund.id }, { ...also, status });
}
