import {
  type LimitRole,
  type LimitSetting,
  looserThan,
} from "@makegood/domain/limit/limit-setting";
import { formatMoney, money } from "@makegood/domain/money/money";
import type { Locale, Localized } from "@makegood/domain/text/locale";
import { IntegrationKeyEntity } from "#modules/integration/exports/integration-key.entity.js";
import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import type { KnownCaller } from "#platform/graphql/callers.js";
import { limitFor } from "./exports/limit-of.js";
import { LimitSettingEntity } from "./exports/limit-setting.entity.js";

export interface WantedLimit extends LimitSetting {
  /** A role, or a key's id. */
  holder: { role: LimitRole } | { keyId: string };
  currency: string;
}

/** What setting a role's limit means, for the second person. */
export function limitSummary({ holder, currency, ...limit }: WantedLimit): Localized<string> {
  const who = "role" in holder ? holder.role : holder.keyId;
  const amount = (minor: number | null, locale: Locale, none: string) =>
    minor === null ? none : formatMoney(money(minor, currency), locale);
  const said = (locale: Locale, none: string) => ({
    each: amount(limit.perRefundMinor, locale, none),
    day: amount(limit.perDayMinor, locale, none),
    goodwill: amount(limit.goodwillPerDayMinor, locale, none),
  });
  const [en, pt] = [said("en", "no limit"), said("pt-BR", "sem limite")];
  return {
    en: `Everybody in the role ${who} may refund alone in ${currency}: ${en.each} at a time, ${en.day} a day, ${en.goodwill} of goodwill a day.`,
    "pt-BR": `Quem tem o papel ${who} pode reembolsar por conta própria em ${currency}: ${pt.each} por vez, ${pt.day} por dia, ${pt.goodwill} de cortesia por dia.`,
  };
}

/** An administrator sets any limit; an owner those of their shop's keys, within their own. */
export async function setLimit(
  unit: UnitOfWork,
  caller: KnownCaller,
  wanted: WantedLimit,
): Promise<Outcome<{ holder: string; currency: string }>> {
  const { manager, now, actor } = unit;
  const { holder: who, currency, ...limit } = wanted;
  const isAdmin = caller.kind === "AGENT" && caller.role === "ADMIN";
  if ("keyId" in who) {
    const key = await manager.findOneBy(IntegrationKeyEntity, { id: who.keyId });
    const isOwner =
      key && caller.kind === "SELLER" && caller.shops.get(key.shopId ?? "") === "OWNER";
    if (!key || !(isAdmin || isOwner)) return refuse({ kind: "NotFound", what: "key" });
    const [field] = isAdmin ? [] : looserThan(limit, await limitFor(manager, "OWNER", currency));
    if (field) return refuse({ kind: "InvalidInput", field, problem: "OUT_OF_RANGE" });
  } else if (!isAdmin) {
    return refuse({ kind: "PersonNotAllowed", needed: "ADMIN" });
  }
  const holder = "keyId" in who ? who.keyId : who.role;
  const row = { holder, currency, ...limit, setAt: now, setById: actor.id };
  await manager.upsert(LimitSettingEntity, row, ["holder", "currency"]);
  return done({ holder, currency }, row);
}
