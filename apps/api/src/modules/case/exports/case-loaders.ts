import { loadBy, loadListBy } from "#platform/database/loaders.js";
import { CaseEntity } from "./case.entity.js";
import { CaseMessageEntity } from "./case-message.entity.js";

export const caseById = loadBy(CaseEntity, "id");
export const casesByOrder = loadListBy(CaseEntity, "orderId", { id: "DESC" });
export const messageById = loadBy(CaseMessageEntity, "id");
