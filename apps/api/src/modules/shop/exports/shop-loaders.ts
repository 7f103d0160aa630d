import { loadBy, loadListBy } from "#platform/database/loaders.js";
import { ShopEntity } from "./shop.entity.js";
import { ShopMemberEntity } from "./shop-member.entity.js";

export const shopById = loadBy(ShopEntity, "id");
export const membershipsByPerson = loadListBy(ShopMemberEntity, "personId", { id: "ASC" });
