import { loadBy } from "#platform/database/loaders.js";
import { ProposedChangeEntity } from "./proposed-change.entity.js";

export const changeById = loadBy(ProposedChangeEntity, "id");
