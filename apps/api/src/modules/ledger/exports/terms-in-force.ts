import { assert } from "@makegood/domain/assert";
import type { MoneyTerms } from "@makegood/domain/ledger/money-terms";
import type { EntityManager } from "typeorm";

export interface TermsVersion {
  id: string;
  rules: MoneyTerms;
}

/** The terms a capture of each shop is made under at an instant: its own, or the marketplace's. */
export async function termsInForce(
  manager: EntityManager,
  shopIds: readonly string[],
  at: Date,
): Promise<Map<string, TermsVersion>> {
  const rows: { shop_id: string | null; id: string; rules: MoneyTerms }[] = await manager.query(
    `SELECT DISTINCT ON (shop_id) shop_id, id, rules FROM money_terms
     WHERE (shop_id IS NULL OR shop_id = ANY($1)) AND in_force_from <= $2
     ORDER BY shop_id, in_force_from DESC, number DESC`,
    [shopIds, at],
  );
  const general = rows.find(({ shop_id }) => shop_id === null);
  assert(general !== undefined, "a marketplace has terms from its first day");
  return new Map(
    shopIds.map((shopId) => [shopId, rows.find((row) => row.shop_id === shopId) ?? general]),
  );
}

/** All terms of some shops, to ask what was in force at many instants with one statement. */
export async function termsThrough(
  manager: EntityManager,
  shopIds: readonly string[],
): Promise<(shopId: string, at: Date) => TermsVersion> {
  const rows: (TermsVersion & { shop_id: string | null; in_force_from: Date })[] =
    await manager.query(
      `SELECT shop_id, in_force_from, id, rules FROM money_terms
       WHERE shop_id IS NULL OR shop_id = ANY($1) ORDER BY in_force_from, number`,
      [shopIds],
    );
  const general = rows.filter(({ shop_id }) => shop_id === null);
  return (shopId, at) => {
    const isInForce = ({ in_force_from: from }: { in_force_from: Date }) => from <= at;
    const terms =
      rows.filter(({ shop_id }) => shop_id === shopId).findLast(isInForce) ??
      general.findLast(isInForce) ??
      general[0];
    assert(terms !== undefined, "a marketplace has terms from its first day");
    return { id: terms.id, rules: terms.rules };
  };
}

/** The terms a capture of this shop is made under at an instant. */
export async function termsOfShop(
  manager: EntityManager,
  shopId: string,
  at: Date,
): Promise<TermsVersion> {
  const terms = (await termsInForce(manager, [shopId], at)).get(shopId);
  assert(terms !== undefined, "every shop has terms");
  return terms;
}

/** The marketplace's own terms in force at an instant. */
export async function marketplaceTerms(manager: EntityManager, at: Date): Promise<TermsVersion> {
  const [row]: TermsVersion[] = await manager.query(
    `SELECT id, rules FROM money_terms WHERE shop_id IS NULL AND in_force_from <= $1
     ORDER BY in_force_from DESC, number DESC LIMIT 1`,
    [at],
  );
  assert(row !== undefined, "a marketplace has terms from its first day");
  return row;
}
