import { assert } from "@makegood/domain/assert";
import { type PolicyPreset, policyPresets } from "@makegood/domain/policy/policy-presets";
import type { EntityManager } from "typeorm";
import { PersonEntity } from "#modules/identity/exports/person.entity.js";
import { PolicyVersionEntity } from "#modules/policy/exports/policy-version.entity.js";
import { importedDomain } from "#modules/sandbox/exports/sandbox-people.js";
import { ShopEntity } from "#modules/shop/exports/shop.entity.js";
import { ShopMemberEntity } from "#modules/shop/exports/shop-member.entity.js";
import { insertRows } from "#platform/database/insert-rows.js";
import { newId } from "#platform/ids.js";
import { count, type ImportReport } from "./import-report.js";
import { type Known, label, mailboxName, titled } from "./known.js";
import type { PlannedPurchase } from "./olist/plan-purchase.js";

const presets = Object.keys(policyPresets) as PolicyPreset[];
/** The data has no policies: each seller gets one of ours, always the same by its id. */
const presetOf = (sellerId: string) =>
  presets[Number.parseInt(sellerId.slice(0, 6), 16) % presets.length] ?? "automatic";
/** Before the data's first order. */
const firstPolicyAt = new Date(Date.UTC(2016, 0, 1));

export interface ImportedShop {
  id: string;
  ownerId: string;
  /** All versions of its policy, the oldest first. */
  policies: readonly { id: string; publishedAt: Date }[];
}

/** The version that was in force when something was bought; the first one for what is older still. */
export function policyAt({ policies }: ImportedShop, placedAt: Date): string {
  const policy = policies.findLast(({ publishedAt }) => publishedAt <= placedAt) ?? policies[0];
  assert(policy !== undefined, "a shop has a policy from its first day");
  return policy.id;
}

const shopExternalId = (sellerId: string) => `olist:${sellerId}`;

/** The batch's shops with an owner and a policy, made where they are new. */
export async function makeShops(
  manager: EntityManager,
  batch: readonly PlannedPurchase[],
  known: Known,
  now: Date,
  report: ImportReport,
): Promise<ReadonlyMap<string, ImportedShop>> {
  const ids = [...new Set(batch.flatMap(({ orders }) => orders.map(({ sellerId }) => sellerId)))];
  const there = await shopsThere(manager, ids);
  const fresh = ids
    .filter((sellerId) => !there.has(shopExternalId(sellerId)))
    .map((sellerId) => ({
      sellerId,
      id: newId("shop"),
      ownerId: newId("person"),
      policyId: newId("policyVersion"),
    }));
  await insertShops(manager, fresh, known, now);
  count(report.created, "shops", fresh.length);
  for (const { sellerId, id, ownerId, policyId } of fresh) {
    const policies = [{ id: policyId, publishedAt: firstPolicyAt }];
    there.set(shopExternalId(sellerId), { id, ownerId, policies });
  }
  return new Map(
    ids.flatMap((sellerId) => {
      const shop = there.get(shopExternalId(sellerId));
      return shop ? [[sellerId, shop] as const] : [];
    }),
  );
}

async function shopsThere(
  manager: EntityManager,
  sellerIds: readonly string[],
): Promise<Map<string, ImportedShop>> {
  const rows: { external_id: string; id: string; owner: string }[] = await manager.query(
    `SELECT DISTINCT ON (s.id) s.id, s.external_id, m.person_id AS owner
     FROM shops s JOIN shop_members m ON m.shop_id = s.id
     WHERE s.external_id = ANY($1) ORDER BY s.id, (m.role = 'OWNER') DESC, m.id`,
    [sellerIds.map(shopExternalId)],
  );
  const policies: { id: string; shop_id: string; published_at: Date }[] = await manager.query(
    `SELECT id, shop_id, published_at FROM policy_versions
     WHERE shop_id = ANY($1) ORDER BY shop_id, number`,
    [rows.map(({ id }) => id)],
  );
  const byShop = new Map(rows.map(({ id }) => [id, [] as ImportedShop["policies"][number][]]));
  for (const { id, shop_id, published_at: publishedAt } of policies) {
    byShop.get(shop_id)?.push({ id, publishedAt });
  }
  return new Map(
    rows.map(({ external_id, id, owner }) => [
      external_id,
      { id, ownerId: owner, policies: byShop.get(id) ?? [] },
    ]),
  );
}

interface NewShop {
  sellerId: string;
  id: string;
  ownerId: string;
  policyId: string;
}

async function insertShops(
  manager: EntityManager,
  shops: readonly NewShop[],
  known: Known,
  now: Date,
): Promise<void> {
  await insertRows(
    manager,
    PersonEntity,
    shops.map(({ sellerId, ownerId }) => ({
      id: ownerId,
      name: `Seller ${label(sellerId)}`,
      email: `${mailboxName(sellerId)}@sellers.${importedDomain}`,
      externalId: `olist:seller:${sellerId}`,
      locale: "pt-BR" as const,
      createdAt: now,
    })),
  );
  await insertRows(
    manager,
    ShopEntity,
    shops.map(({ id, sellerId }) => ({
      id,
      name: `Loja ${label(sellerId)}`,
      city: titled(known.sellers.get(sellerId)?.cells.seller_city ?? "") || null,
      country: "BR",
      externalId: shopExternalId(sellerId),
      createdAt: now,
    })),
  );
  await insertRows(
    manager,
    ShopMemberEntity,
    shops.map(({ id, ownerId }) => ({
      id: newId("shopMember"),
      shopId: id,
      personId: ownerId,
      role: "OWNER" as const,
    })),
  );
  await insertRows(
    manager,
    PolicyVersionEntity,
    shops.map(({ id, sellerId, policyId }) => ({
      id: policyId,
      shopId: id,
      number: 1,
      publishedAt: firstPolicyAt,
      rules: policyPresets[presetOf(sellerId)],
    })),
  );
}
