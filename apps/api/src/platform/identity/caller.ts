import type { PolicyLocale } from "@makegood/domain/policy/policy";

/** The three first-party apps; each has its own session cookie. */
export type AppName = "buyer" | "seller" | "support";
export const appNames = ["buyer", "seller", "support"] as const satisfies readonly AppName[];

export type ShopRole = "OWNER" | "STAFF";
export type AgentRole = "AGENT" | "LEAD" | "ADMIN";
export type KeyScope = "ORDERS_READ" | "CANCELLATIONS_WRITE" | "FULFILMENT_WRITE" | "REFUNDS_WRITE";

export interface AnonymousCaller {
  kind: "ANONYMOUS";
  locale: PolicyLocale;
  /** They sent a key, but none that holds. */
  keyRefused?: true;
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
export interface IntegrationCaller {
  kind: "INTEGRATION";
  keyId: string;
  shopId: string;
  scopes: ReadonlySet<KeyScope>;
  locale: PolicyLocale;
}

/** Who is asking. Decided once for each request, socket and job; never by a resolver. */
export type Caller = AnonymousCaller | BuyerCaller | SellerCaller | AgentCaller | IntegrationCaller;

/** The id under which a caller's idempotency keys, audit rows and events are kept. */
export function callerId(caller: Caller): string {
  switch (caller.kind) {
    case "ANONYMOUS":
      return "anonymous";
    case "INTEGRATION":
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
