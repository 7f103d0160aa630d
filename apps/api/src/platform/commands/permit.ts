import type { Refusal } from "@makegood/domain/refusal/refusal";
import type { KnownCaller } from "#platform/graphql/callers.js";
import type { KeyScope } from "#platform/identity/caller.js";

type Permit = (caller: KnownCaller) => Refusal | null;

/** Lets these through; the others are told what it needs. */
const only =
  (needed: string, may: (caller: KnownCaller) => boolean): Permit =>
  (caller) =>
    may(caller) ? null : { kind: "PersonNotAllowed", needed };

const has = (caller: KnownCaller, scope: KeyScope) =>
  caller.kind === "INTEGRATION" && caller.scopes.has(scope);

/** Who may send which kind of command. Whose orders they reach is decided by visibleTo. */
export const permit = {
  buyer: only("a buyer's account", ({ kind }) => kind === "BUYER"),
  buyerOrKey: only(
    "a buyer's account, or a key with CANCELLATIONS_WRITE",
    (caller) => caller.kind === "BUYER" || has(caller, "CANCELLATIONS_WRITE"),
  ),
  buyerKeyOrAgent: only(
    "the buyer's account, the support team, or a key with CANCELLATIONS_WRITE",
    (caller) =>
      caller.kind === "BUYER" || caller.kind === "AGENT" || has(caller, "CANCELLATIONS_WRITE"),
  ),
  seller: only("the seller's account", ({ kind }) => kind === "SELLER"),
  sellerOrAgent: only("the seller's account", ({ kind }) => kind === "SELLER" || kind === "AGENT"),
  sellerOrKey: only(
    "the seller's account, or a key with FULFILMENT_WRITE",
    (caller) => caller.kind === "SELLER" || has(caller, "FULFILMENT_WRITE"),
  ),
  lead: only(
    "a lead or admin of the support team",
    (caller) => caller.kind === "AGENT" && caller.role !== "AGENT",
  ),
  admin: only(
    "an administrator of the support team",
    (caller) => caller.kind === "AGENT" && caller.role === "ADMIN",
  ),
  person: only(
    "the buyer's or the seller's account, or the support team",
    ({ kind }) => kind === "BUYER" || kind === "SELLER" || kind === "AGENT",
  ),
  agent: only("the support team", ({ kind }) => kind === "AGENT"),
  agentOrSeller: only(
    "the support team or the seller's account",
    ({ kind }) => kind === "AGENT" || kind === "SELLER",
  ),
  agentSellerOrKey: only(
    "the support team, the seller's account, or a key with REFUNDS_WRITE",
    (caller) => caller.kind === "AGENT" || caller.kind === "SELLER" || has(caller, "REFUNDS_WRITE"),
  ),
  buyerOrAgent: only(
    "the buyer's account or the support team",
    ({ kind }) => kind === "BUYER" || kind === "AGENT",
  ),
} as const;
