import { formatMoney, money } from "@makegood/domain/money/money";
import { driftSentence } from "@makegood/domain/reconciliation/drift-words";
import type { Locale } from "@makegood/domain/text/locale";
import type { DriftItemEntity } from "./exports/drift-item.entity.js";

/** What differs, in words. */
export function sentenceOfItem(item: DriftItemEntity, locale: Locale): string {
  const said = (minor: number | null, currency: string | null) =>
    minor === null || currency === null ? null : formatMoney(money(minor, currency), locale);
  const ours = said(item.oursMinor, item.oursCurrency);
  const theirs = said(item.theirsMinor, item.theirsCurrency);
  return driftSentence({ about: item.about, kind: item.kind, ours, theirs }, locale);
}
