import { loadBy, loadListBy } from "#platform/database/loaders.js";
import { WithdrawalEntity } from "./withdrawal.entity.js";

/** By id, unscoped: only for ids that came from a visible order. */
export const withdrawalById = loadBy(WithdrawalEntity, "id");
export const withdrawalsByOrder = loadListBy(WithdrawalEntity, "orderId", { id: "ASC" });
