import type { Approver } from "@makegood/domain/limit/decide-approval";
import {
  type LimitRole,
  type LimitSetting,
  nothingSet,
} from "@makegood/domain/limit/limit-setting";
import { type EntityManager, In } from "typeorm";
import type { KnownCaller } from "#platform/graphql/callers.js";
import { LimitSettingEntity } from "./limit-setting.entity.js";

/** A limit as it holds for one currency; unset where nobody has set one, and nothing may be given. */
export type HeldSetting = LimitSetting & { readonly unset?: true };

/** A key's own limit comes before that of all keys. */
export async function limitFor(
  manager: EntityManager,
  role: LimitRole,
  currency: string,
  keyId: string | null = null,
): Promise<HeldSetting> {
  const holders = keyId === null ? [role] : [keyId, role];
  const rows = await manager.findBy(LimitSettingEntity, { holder: In(holders), currency });
  const own = holders
    .map((holder) => rows.find((row) => row.holder === holder))
    .find((row) => row !== undefined);
  return own ?? { ...nothingSet, unset: true };
}

/** What bounds this caller for an order of this shop; null for who gives nothing at all. */
export async function limitOf(
  manager: EntityManager,
  caller: KnownCaller,
  order: { shopId: string; currency: string },
): Promise<HeldSetting | null> {
  switch (caller.kind) {
    case "AGENT":
      return limitFor(manager, caller.role, order.currency);
    case "SELLER": {
      const role = caller.shops.get(order.shopId);
      return role ? limitFor(manager, role, order.currency) : null;
    }
    case "INTEGRATION":
      return limitFor(manager, "KEY", order.currency, caller.keyId);
    case "BUYER":
    case "MARKETPLACE_INTEGRATION":
      return null;
  }
}

/**
 * This caller as a second person: agents for any refund, a shop's owner for what the shop's own
 * people and keys gave; null for anybody else.
 */
export async function approverOf(
  manager: EntityManager,
  caller: KnownCaller,
  refund: { shopId: string; currency: string; createdBy: string },
): Promise<Approver | null> {
  const ofShop = refund.createdBy === "SELLER" || refund.createdBy === "INTEGRATION";
  const may =
    caller.kind === "AGENT" ||
    (caller.kind === "SELLER" && caller.shops.get(refund.shopId) === "OWNER" && ofShop);
  if (!may) return null;
  const limit = await limitOf(manager, caller, refund);
  const isAdmin = caller.kind === "AGENT" && caller.role === "ADMIN";
  return { personId: caller.personId, isAdmin, perRefundMinor: limit?.perRefundMinor ?? null };
}
