import type { CancellingActor } from "@makegood/domain/cancellation/cancellation-question";
import type { ActorKind } from "#platform/identity/actor.js";

/** As whom the rules take somebody: a shop's key is its seller, one of the marketplace asks for the buyer. */
export function cancellingActor(kind: ActorKind): CancellingActor {
  switch (kind) {
    case "BUYER":
    case "SELLER":
    case "AGENT":
      return kind;
    case "INTEGRATION":
      return "SELLER";
    case "MARKETPLACE_INTEGRATION":
      return "INTEGRATION";
    case "SYSTEM":
    case "PROVIDER":
    case "CARRIER":
      return "SYSTEM";
  }
}
