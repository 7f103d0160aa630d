import type { EntityManager } from "typeorm";
import type { Actor } from "#platform/identity/actor.js";

/** What a use case works with inside its one transaction. */
export interface UnitOfWork {
  readonly manager: EntityManager;
  readonly actor: Actor;
  /** The one instant at which everything in this unit happens. */
  readonly now: Date;
  /** Writes that outlive a refusal (the decision that explains it), in a transaction of their own. */
  keepIfRefused(write: (manager: EntityManager) => Promise<void>): void;
}
