import DataLoader from "dataloader";
import { loadBy, loadListBy } from "#platform/database/loaders.js";
import type { LoaderFactory } from "#platform/graphql/context.js";
import { PolicyVersionEntity } from "./policy-version.entity.js";

export const policyVersionById = loadBy(PolicyVersionEntity, "id");
/** All of a shop's versions, the newest first. */
export const policiesByShop = loadListBy(PolicyVersionEntity, "shopId", { number: "DESC" });

/** The newest version of each shop: what a purchase made now would get. */
export const currentPolicyByShop: LoaderFactory<string, PolicyVersionEntity | null> = ({
  platform,
}) =>
  new DataLoader<string, PolicyVersionEntity | null>(async (shopIds) => {
    const rows = await platform.database
      .getRepository(PolicyVersionEntity)
      .createQueryBuilder("p")
      .distinctOn(["p.shopId"])
      .where("p.shopId IN (:...shopIds)", { shopIds: [...shopIds] })
      .orderBy("p.shopId")
      .addOrderBy("p.number", "DESC")
      .getMany();
    const byShop = new Map(rows.map((row) => [row.shopId, row]));
    return shopIds.map((id) => byShop.get(id) ?? null);
  });
