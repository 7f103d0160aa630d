import type { PolicyLocale } from "@makegood/domain/policy/policy";

/** The three first-party apps; each has its own session cookie. */
export type AppName = "buyer" | "seller" | "support";
export const appNames = ["buyer", "seller", "support"] as const satisfies readonly AppName[];

export type ShopRole = "OWNER" | "STAFF";
export type AgentRole = "AGENT" | "LEAD" | "ADMIN";
export const keyScopes = [
  "ORDERS_READ",
  "PHOTOS_READ",
  "FINANCES_READ",
  "POLICIES_READ",
  "CANCELLATIONS_WRITE",
  "RETURNS_WRITE",
  "FULFILMENT_WRITE",
  "REFUNDS_WRITE",
] as const;
export type KeyScope = (typeof keyScopes)[number];

/** All that a key's scopes open: who may change orders may read them. */
export const scopesOf = (given: readonly KeyScope[]): ReadonlySet<KeyScope> =>
  new Set(
    given.some((scope) => scope.endsWith("_WRITE")) ? [...given, "ORDERS_READ" as const] : given,
  );

export interface AnonymousCaller {
  kind: "ANONYMOUS";
  locale: PolicyLocale;
}
export interface BuyerCaller {
  kind: "BUYER";
  personId: string;
  sessionId: string;
  locale: PolicyLocale;
}
export interface SellerCaller {
  kind: "SELLER";
  personId: string;
  sessionId: string;
  /** Shop id → role; a seller works for at least one. */
  shops: ReadonlyMap<string, ShopRole>;
  locale: PolicyLocale;
}
export interface AgentCaller {
  kind: "AGENT";
  personId: string;
  sessionId: string;
  role: AgentRole;
  locale: PolicyLocale;
}
/** A third party with a key of a shop: acts as the shop, never as its buyer. */
export interface IntegrationCaller {
  kind: "INTEGRATION";
  keyId: string;
  shopId: string;
  scopes: ReadonlySet<KeyScope>;
  locale: PolicyLocale;
}
/** A system of the marketplace with a key of its own: reads every order and asks for its buyer. */
export interface MarketplaceIntegrationCaller {
  kind: "MARKETPLACE_INTEGRATION";
  keyId: string;
  /** What the marketplace calls it: the buyer is told by this name who asked for them. */
  name: string;
  scopes: ReadonlySet<KeyScope>;
  locale: PolicyLocale;
}

/** Who is asking. Decided once for each request, socket and job; never by a resolver. */
export type Caller =
  | AnonymousCaller
  | BuyerCaller
  | SellerCaller
  | AgentCaller
  | IntegrationCaller
  | MarketplaceIntegrationCaller;

/** The id under which a caller's idempotency keys, audit rows and events are kept. */
export function callerId(caller: Caller): string {
  switch (caller.kind) {
    case "ANONYMOUS":
      return "anonymous";
    case "INTEGRATION":
    case "MARKETPLACE_INTEGRATION":
      return caller.keyId;
    default:
      return caller.personId;
  }
}

/** Shops whose data the caller works with; empty for buyers and agents. */
export function callerShopIds(caller: Caller): string[] {
  if (caller.kind === "SELLER") return [...caller.shops.keys()];
  if (caller.kind === "INTEGRATION") return [caller.shopId];
  return [];
}
