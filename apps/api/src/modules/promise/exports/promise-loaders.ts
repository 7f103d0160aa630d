import { loadBy } from "#platform/database/loaders.js";
import { ServicePromiseEntity } from "./service-promise.entity.js";

/** By id, unscoped: only for ids that came from a visible order. */
export const promiseById = loadBy(ServicePromiseEntity, "id");
export const promiseByRefund = loadBy(ServicePromiseEntity, "refundId");
