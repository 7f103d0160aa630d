import type { Caller } from "#platform/identity/caller.js";

/** Who did something, as timelines and trails name them. */
export type ActorKind =
  | "BUYER"
  | "SELLER"
  | "AGENT"
  | "INTEGRATION"
  | "MARKETPLACE_INTEGRATION"
  | "SYSTEM"
  | "PROVIDER"
  | "CARRIER";

export interface Actor {
  kind: ActorKind;
  /** Person, agent or key id; "system", "provider" or "carrier" for the others. */
  id: string;
  /** Of a system that asked for a buyer. */
  name?: string;
}

export const systemActor: Actor = { kind: "SYSTEM", id: "system" };
export const providerActor: Actor = { kind: "PROVIDER", id: "provider" };
export const carrierActor: Actor = { kind: "CARRIER", id: "carrier" };

/** The actor a caller is. An anonymous caller never gets as far as a command. */
export function actorOf(caller: Caller): Actor {
  switch (caller.kind) {
    case "ANONYMOUS":
      return { kind: "SYSTEM", id: "anonymous" };
    case "INTEGRATION":
      return { kind: "INTEGRATION", id: caller.keyId };
    case "MARKETPLACE_INTEGRATION":
      return { kind: "MARKETPLACE_INTEGRATION", id: caller.keyId, name: caller.name };
    default:
      return { kind: caller.kind, id: caller.personId };
  }
}
