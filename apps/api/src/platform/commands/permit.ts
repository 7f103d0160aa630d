import type { PersonNeeded } from "@makegood/domain/refusal/person-words";
import type { Refusal } from "@makegood/domain/refusal/refusal";
import type { KnownCaller } from "#platform/graphql/callers.js";
import type { KeyScope } from "#platform/identity/caller.js";

type Permit = (caller: KnownCaller) => Refusal | null;

/** Lets these through; the others are told what it needs. */
const only =
  (needed: PersonNeeded, may: (caller: KnownCaller) => boolean): Permit =>
  (caller) =>
    may(caller) ? null : { kind: "PersonNotAllowed", needed };

const has = (caller: KnownCaller, scope: KeyScope) =>
  caller.kind === "INTEGRATION" && caller.scopes.has(scope);

/** Who may send which kind of command. Whose orders they reach is decided by visibleTo. */
export const permit = {
  buyer: only("BUYER", ({ kind }) => kind === "BUYER"),
  buyerOrKey: only(
    "BUYER_OR_KEY",
    (caller) => caller.kind === "BUYER" || has(caller, "CANCELLATIONS_WRITE"),
  ),
  buyerKeyOrAgent: only(
    "BUYER_SUPPORT_OR_KEY",
    (caller) =>
      caller.kind === "BUYER" || caller.kind === "AGENT" || has(caller, "CANCELLATIONS_WRITE"),
  ),
  seller: only("SELLER", ({ kind }) => kind === "SELLER"),
  sellerOrAgent: only("SUPPORT_OR_SELLER", ({ kind }) => kind === "SELLER" || kind === "AGENT"),
  sellerOrKey: only(
    "SELLER_OR_KEY",
    (caller) => caller.kind === "SELLER" || has(caller, "FULFILMENT_WRITE"),
  ),
  lead: only("LEAD", (caller) => caller.kind === "AGENT" && caller.role !== "AGENT"),
  admin: only("ADMIN", (caller) => caller.kind === "AGENT" && caller.role === "ADMIN"),
  person: only(
    "ANYBODY_SIGNED_IN",
    ({ kind }) => kind === "BUYER" || kind === "SELLER" || kind === "AGENT",
  ),
  agent: only("SUPPORT", ({ kind }) => kind === "AGENT"),
  agentOrSeller: only("SUPPORT_OR_SELLER", ({ kind }) => kind === "AGENT" || kind === "SELLER"),
  agentSellerOrKey: only(
    "SUPPORT_SELLER_OR_KEY",
    (caller) => caller.kind === "AGENT" || caller.kind === "SELLER" || has(caller, "REFUNDS_WRITE"),
  ),
  buyerOrAgent: only("BUYER_OR_SUPPORT", ({ kind }) => kind === "BUYER" || kind === "AGENT"),
} as const;
