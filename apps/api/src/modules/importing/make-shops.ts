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
import { type Known, titled } from "./known.js";
import type { PlannedPurchase } from "./olist/plan-purchase.js";

const presets = Object.keys(policyPresets) as PolicyPreset[];
/** The data has no policies: each seller gets one of ours, always the same by its id. */
const presetOf = (sellerId: string) =>
  presets[Number.parseInt(sellerId.slice(0, 6), 16) % presets.length] ?? "automatic";

export interface ImportedShop {
  id: string;
  ownerId: string;
  policyVersionId: string;
}

/** The batch's shops with an owner and a policy, made where they are new. */
export async function makeShops(
  manager: EntityManager,
  batch: PlannedPurchase[],
  known: Known,
  now: Date,
  report: ImportReport,
) {
  const ids = [...new Set(batch.flatMap(({ orders }) => orders.map(({ sellerId }) => sellerId)))];
  const externalIds = ids.map((id) => `olist:${id}`);
  const shops = new Map<string, ImportedShop>();
  const there: { id: string; external_id: string; owner: string; version: string }[] =
    await manager.query(
      `SELECT s.id, s.external_id, m.person_id AS owner, v.id AS version FROM shops s
     JOIN shop_members m ON m.shop_id = s.id JOIN policy_versions v ON v.shop_id = s.id AND v.number = 1
     WHERE s.external_id = ANY($1)`,
      [externalIds],
    );
  for (const row of there) {
    shops.set(row.external_id.slice("olist:".length), {
      id: row.id,
      ownerId: row.owner,
      policyVersionId: row.version,
    });
  }
  const fresh = ids.filter((id) => !shops.has(id));
  for (const id of fresh)
    shops.set(id, {
      id: newId("shop"),
      ownerId: newId("person"),
      policyVersionId: newId("policyVersion"),
    });
  if (fresh.length === 0) return shops;
  const rows = fresh.flatMap((sellerId) => {
    const shop = shops.get(sellerId);
    return shop
      ? [{ sellerId, ...shop, city: titled(known.sellers.get(sellerId)?.seller_city ?? "") }]
      : [];
  });
  await insertRows(
    manager,
    PersonEntity,
    rows.map(({ sellerId, ownerId }) => ({
      id: ownerId,
      name: `Seller ${sellerId.slice(0, 6).toUpperCase()}`,
      email: `shop-${sellerId.slice(0, 16)}@${importedDomain}`,
      passwordHash: known.passwordHash,
      locale: "pt-BR" as const,
      createdAt: now,
    })),
  );
  await insertRows(
    manager,
    ShopEntity,
    rows.map(({ id, sellerId, city }) => ({
      id,
      name: `Loja ${sellerId.slice(0, 6).toUpperCase()}`,
      city: city || null,
      country: "BR",
      externalId: `olist:${sellerId}`,
      createdAt: now,
    })),
  );
  await insertRows(
    manager,
    ShopMemberEntity,
    rows.map(({ id, ownerId }) => ({
      id: newId("shopMember"),
      shopId: id,
      personId: ownerId,
      role: "OWNER" as const,
    })),
  );
  await insertRows(
    manager,
    PolicyVersionEntity,
    rows.map(({ id, sellerId, policyVersionId }) => ({
      id: policyVersionId,
      shopId: id,
      number: 1,
      publishedAt: new Date(Date.UTC(2016, 0, 1)),
      rules: policyPresets[presetOf(sellerId)],
    })),
  );
  count(report.created, "shops", rows.length);
  return shops;
}
