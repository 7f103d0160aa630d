import { loadListBy } from "#platform/database/loaders.js";
import { PhotoEntity } from "./photo.entity.js";

export const photosBySubject = loadListBy(PhotoEntity, "subjectId", { id: "ASC" });
