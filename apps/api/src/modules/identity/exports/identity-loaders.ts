import { loadBy } from "#platform/database/loaders.js";
import { PersonEntity } from "./person.entity.js";

export const personById = loadBy(PersonEntity, "id");
