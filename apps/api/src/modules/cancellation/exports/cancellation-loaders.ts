import { loadBy, loadListBy } from "#platform/database/loaders.js";
import { CancellationEntity } from "./cancellation.entity.js";
import { CancellationUnitEntity } from "./cancellation-unit.entity.js";
import { QuoteEntity } from "./quote.entity.js";

/** By id, unscoped: only for ids that came from a visible order. */
export const cancellationById = loadBy(CancellationEntity, "id");
export const cancellationsByOrder = loadListBy(CancellationEntity, "orderId", { id: "DESC" });
export const unitsByCancellation = loadListBy(CancellationUnitEntity, "cancellationId", {
  lineId: "ASC",
});
export const quoteById = loadBy(QuoteEntity, "id");
