import { foldText } from "@makegood/domain/text/fold-text";
import { likeEscaped } from "#platform/database/like-escaped.js";
import type { Caller } from "#platform/identity/caller.js";

/** More words than these are left out. */
const mostWords = 6;

/** The words of a search as they are compared. */
export const searchWords = (search: string | null | undefined): string[] =>
  foldText((search ?? "").slice(0, 200))
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, mostWords);

/**
 * SQL that says whether the order in `alias` is what a search is for, or null without a word: each word
 * is in its number, items, names or shop; or all of it is a parcel's number or a refund's reference.
 * Agents also find by what only they see: e-mail addresses and the provider's own numbers.
 */
export function orderSearch(
  search: string | null | undefined,
  caller: Caller,
  alias: string,
  /** Takes a value and returns what stands for it in the statement. */
  parameter: (value: string) => string,
): string | null {
  const words = searchWords(search);
  if (words.length === 0) return null;
  const isAgent = caller.kind === "AGENT";
  const inText = words.map((word) => {
    const like = parameter(`%${likeEscaped(word)}%`);
    const also = isAgent
      ? ` OR ${alias}.buyer_id IN (SELECT t.id FROM people t WHERE fold_text(t.email) LIKE ${like})`
      : "";
    return `(${alias}.search_text LIKE ${like}
      OR ${alias}.shop_id IN (SELECT t.id FROM shops t WHERE fold_text(t.name) LIKE ${like})${also})`;
  });
  const whole = words.join("");
  const [is, begins] = [parameter(whole), parameter(`${likeEscaped(whole)}%`)];
  const parcel = (table: string) => `${alias}.id IN (SELECT t.order_id FROM ${table} t
    WHERE lower(replace(t.tracking_number, ' ', '')) LIKE ${begins})`;
  const byNumber = [
    parcel("shipments"),
    parcel("returns"),
    `${alias}.id IN (SELECT t.order_id FROM refund_allocations t WHERE lower(t.trace_value) = ${is})`,
    `${alias}.id IN (SELECT f.order_id FROM refund_payouts t JOIN refunds f ON f.id = t.refund_id
      WHERE lower(t.trace_value) = ${is})`,
    ...(isAgent
      ? [
          `${alias}.purchase_id IN (SELECT t.purchase_id FROM payments t WHERE lower(t.provider_charge_id) = ${is})`,
          `${alias}.id IN (SELECT f.order_id FROM refund_attempts t JOIN refunds f ON f.id = t.refund_id
            WHERE lower(t.provider_refund_id) = ${is})`,
          `${alias}.purchase_id IN (SELECT t.id FROM purchases t WHERE lower(t.external_id) = ${is})`,
        ]
      : []),
  ];
  return `((${inText.join(" AND ")}) OR ${byNumber.join(" OR ")})`;
}
