import { OrderEntity } from "#modules/order/exports/order.entity.js";
import { loadBy, loadListBy } from "#platform/database/loaders.js";
import { RestockEntity } from "./restock.entity.js";
import { ReturnEntity } from "./return.entity.js";
import { ReturnUnitEntity } from "./return-unit.entity.js";

/** By id, unscoped: only for ids that came from a visible order. */
/** The order made for what came back with a return. */
export const replacementByReturn = loadBy(OrderEntity, "exchangeReturnId");
export const returnById = loadBy(ReturnEntity, "id");
export const returnsByOrder = loadListBy(ReturnEntity, "orderId", { id: "DESC" });
export const unitsByReturn = loadListBy(ReturnUnitEntity, "returnId", { position: "ASC" });
export const restockByUnit = loadBy(RestockEntity, "returnUnitId");
