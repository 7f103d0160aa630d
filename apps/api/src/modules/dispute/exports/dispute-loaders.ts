import { loadBy, loadListBy } from "#platform/database/loaders.js";
import { DisputeEntity } from "./dispute.entity.js";

/** By id, unscoped: only for ids that came from a visible order. */
export const disputeById = loadBy(DisputeEntity, "id");
export const disputesByOrder = loadListBy(DisputeEntity, "orderId", { id: "DESC" });
