import { loadBy, loadListBy } from "#platform/database/loaders.js";
import { FeedbackEntity } from "./feedback.entity.js";

export const feedbackById = loadBy(FeedbackEntity, "id");
/** What was given here comes before what was imported. */
export const feedbackByOrder = loadListBy(FeedbackEntity, "orderId", { imported: "ASC" });
