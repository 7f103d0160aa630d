import { cancellationMachine } from "@makegood/domain/cancellation/cancellation-machine";
import type { EntityManager } from "typeorm";
import { targetOf } from "#platform/commands/transition.js";
import { CancellationEntity } from "./cancellation.entity.js";

/**
 * Moves a cancellation of a locked order by a command its machine allows, or by several at once;
 * changes the entity, too.
 */
export async function advanceCancellation(
  manager: EntityManager,
  cancellation: CancellationEntity,
  command: string | readonly string[],
  also: Partial<CancellationEntity> = {},
): Promise<void> {
  const status = [command]
    .flat()
    .reduce((from, step) => targetOf(cancellationMachine, from, step), cancellation.status);
  Object.assign(cancellation, also, { status });
  await manager.update(CancellationEntity, { id: cancellation.id }, { ...also, status } as never);
}
