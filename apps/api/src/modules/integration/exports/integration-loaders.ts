import { loadBy, loadListBy } from "#platform/database/loaders.js";
import { IntegrationKeyEntity } from "./integration-key.entity.js";

export const integrationKeyById = loadBy(IntegrationKeyEntity, "id");
export const keysByShop = loadListBy(IntegrationKeyEntity, "shopId", { id: "DESC" });
