import { loadBy, loadListBy } from "#platform/database/loaders.js";
import { PayoutEntity } from "./payout.entity.js";
import { PayoutHoldEntity } from "./payout-hold.entity.js";

/** By id, unscoped: only for ids that were found for the caller. */
export const payoutById = loadBy(PayoutEntity, "id");
export const openHoldsByShop = loadListBy(PayoutHoldEntity, "shopId", { id: "DESC" });
