import { loadBy, loadListBy } from "#platform/database/loaders.js";
import { ChargebackEntity } from "./chargeback.entity.js";
import { ChargebackShareEntity } from "./chargeback-share.entity.js";

/** By id, unscoped: only for ids that came from a visible order. */
export const chargebackById = loadBy(ChargebackEntity, "id");
export const sharesByOrder = loadListBy(ChargebackShareEntity, "orderId", { id: "ASC" });
export const sharesByChargeback = loadListBy(ChargebackShareEntity, "chargebackId", { id: "ASC" });
export const chargebacksByPayment = loadListBy(ChargebackEntity, "paymentId", { id: "ASC" });
