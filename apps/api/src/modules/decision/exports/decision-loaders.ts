import { loadBy } from "#platform/database/loaders.js";
import { DecisionEntity } from "./decision.entity.js";

export const decisionById = loadBy(DecisionEntity, "id");
