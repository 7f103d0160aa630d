import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { ServicePromiseEntity } from "./exports/service-promise.entity.js";

/** An agent sees to a promise from now on. */
export async function takePromise(
  { manager, actor }: UnitOfWork,
  promiseId: string,
): Promise<Outcome<{ promiseId: string }>> {
  const promise = await manager.findOneBy(ServicePromiseEntity, { id: promiseId });
  if (!promise) return refuse({ kind: "NotFound", what: "promise" });
  promise.assigneeId = actor.id;
  await manager.update(ServicePromiseEntity, { id: promiseId }, { assigneeId: actor.id });
  return done({ promiseId }, promise);
}
