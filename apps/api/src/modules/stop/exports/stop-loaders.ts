import { loadBy } from "#platform/database/loaders.js";
import { StopSwitchEntity } from "./stop-switch.entity.js";

export const stopById = loadBy(StopSwitchEntity, "id");
