import { isDeepStrictEqual } from "node:util";
import { refuseBeginning, refuseTerms } from "@makegood/domain/ledger/check-terms";
import { termsSentences } from "@makegood/domain/ledger/terms-words";
import { formatInstant, type Locale, type Localized, utc } from "@makegood/domain/text/locale";
import { type EntityManager, IsNull } from "typeorm";
import type { MoneyTermsInput } from "#generated/resolvers.generated.js";
import { ShopEntity } from "#modules/shop/exports/shop.entity.js";
import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { newId } from "#platform/ids.js";
import { enqueue } from "#platform/jobs/jobs.js";
import { MoneyTermsEntity } from "./exports/money-terms.entity.js";
import { marketplaceTerms } from "./exports/terms-in-force.js";
import { tellOfTermsTask } from "./tell-of-terms.js";
import { toTerms } from "./terms-input.js";

export interface WantedTerms {
  /** Null for the marketplace's own. */
  shopId: string | null;
  terms: MoneyTermsInput;
  /** Null for at once. */
  from: Date | null;
  /** The newest version that its publisher had seen, 0 for none; null where they don't say. */
  expectedNumber: number | null;
}

/**
 * Publishes the next version under a lock of all terms. It never changes what was captured: an order
 * keeps the version that its capture names.
 */
export async function publishTerms(
  { manager, now, actor }: UnitOfWork,
  { shopId, terms: input, from, expectedNumber }: WantedTerms,
): Promise<Outcome<{ versionId: string }>> {
  await manager.query("SELECT pg_advisory_xact_lock(hashtextextended('money_terms', 0))");
  if (shopId !== null && !(await manager.existsBy(ShopEntity, { id: shopId }))) {
    return refuse({ kind: "NotFound", what: "shop" });
  }
  const newest = await newestOf(manager, shopId);
  const number = newest?.number ?? 0;
  if (expectedNumber !== null && expectedNumber !== number) {
    return refuse({ kind: "TermsChanged", number });
  }
  const general = (await marketplaceTerms(manager, now)).rules;
  const typed = toTerms(input, newest?.rules ?? general);
  // One run pays all shops, so that its rhythm and its least amount are the marketplace's alone.
  const { everyDays, minimumMinor } = general.payout;
  const rules =
    shopId === null ? typed : { ...typed, payout: { ...typed.payout, everyDays, minimumMinor } };
  const inForceFrom = from ?? now;
  const refusal =
    refuseTerms(rules) ?? refuseBeginning(inForceFrom, now, newest?.inForceFrom ?? null);
  if (refusal) return refuse(refusal);
  const before = newest?.rules ?? (shopId === null ? general : null);
  const sameDate = from === null || from.getTime() === newest?.inForceFrom.getTime();
  if (
    before &&
    isDeepStrictEqual(before, rules) &&
    (sameDate || (newest?.inForceFrom ?? now) <= now)
  ) {
    return refuse({ kind: "InvalidInput", field: "terms", problem: "NOTHING_CHANGES" });
  }
  const version: MoneyTermsEntity = {
    id: newId("moneyTerms"),
    shopId,
    number: number + 1,
    publishedAt: now,
    publishedById: actor.id,
    inForceFrom,
    rules,
  };
  await manager.insert(MoneyTermsEntity, version as never);
  await enqueue(manager, tellOfTermsTask, { termsId: version.id });
  return done({ versionId: version.id }, version);
}

/** What a version of the marketplace's terms means, for the second person. */
export function termsSummary({ number, inForceFrom, rules }: MoneyTermsEntity): Localized<string> {
  const words = (locale: Locale) => termsSentences(rules, locale).join(" ");
  const from = (locale: Locale) => formatInstant(inForceFrom, locale, utc);
  return {
    en: `Publish fee terms version ${number} for all shops without terms of their own, from ${from("en")}: ${words("en")}`,
    "pt-BR": `Publicar as condições versão ${number} para todas as lojas sem condições próprias, a partir de ${from("pt-BR")}: ${words("pt-BR")}`,
  };
}

async function newestOf(manager: EntityManager, shopId: string | null) {
  const [newest] = await manager.find(MoneyTermsEntity, {
    where: { shopId: shopId ?? IsNull() },
    order: { number: "DESC" },
    take: 1,
  });
  return newest ?? null;
}
