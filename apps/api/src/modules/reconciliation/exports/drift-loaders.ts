import { loadBy } from "#platform/database/loaders.js";
import { DriftItemEntity } from "./drift-item.entity.js";

/** By id, unscoped: only for the support team. */
export const driftItemById = loadBy(DriftItemEntity, "id");
