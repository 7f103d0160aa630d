import { assert } from "@makegood/domain/assert";
import type { MoneyTerms } from "@makegood/domain/ledger/money-terms";
import type { EntityManager } from "typeorm";

export interface TermsVersion {
  id: string;
  rules: MoneyTerms;
}

/** The terms a capture of each shop is made under now: its own, or the marketplace's. */
export async function termsInForce(
  manager: EntityManager,
  shopIds: readonly string[],
): Promise<Map<string, TermsVersion>> {
  const rows: { shop_id: string | null; id: string; rules: MoneyTerms }[] = await manager.query(
    `SELECT DISTINCT ON (shop_id) shop_id, id, rules FROM money_terms
     WHERE shop_id IS NULL OR shop_id = ANY($1) ORDER BY shop_id, number DESC`,
    [shopIds],
  );
  const general = rows.find(({ shop_id }) => shop_id === null);
  assert(general !== undefined, "a marketplace has terms from its first day");
  return new Map(
    shopIds.map((shopId) => [shopId, rows.find((row) => row.shop_id === shopId) ?? general]),
  );
}

/** The terms a capture of this shop is made under now. */
export async function termsOfShop(manager: EntityManager, shopId: string): Promise<TermsVersion> {
  const terms = (await termsInForce(manager, [shopId])).get(shopId);
  assert(terms !== undefined, "every shop has terms");
  return terms;
}

/** The marketplace's own terms in force now. */
export async function marketplaceTerms(manager: EntityManager): Promise<TermsVersion> {
  const [row]: TermsVersion[] = await manager.query(
    "SELECT id, rules FROM money_terms WHERE shop_id IS NULL ORDER BY number DESC LIMIT 1",
  );
  assert(row !== undefined, "a marketplace has terms from its first day");
  return row;
}
