import { newId } from "#platform/ids.js";
import { type Known, label, titled } from "./known.js";
import type { PlannedReview } from "./olist/plan-purchase.js";

/** What a product is called: the data has no titles, only categories. */
export function described(known: Known, productId: string) {
  const raw = known.products.get(productId)?.cells.product_category_name ?? "";
  const category = known.categories.get(raw) ?? raw;
  const title = `${category ? titled(category) : "Item"} ${label(productId)}`;
  return { title, category: category || null };
}

/** A review of the data as feedback that came with an import. */
export function feedbackOf(
  { externalId, rating, words, givenAt }: PlannedReview,
  to: { orderId: string; shopId: string; buyerId: string },
  shiftMs: number,
  placedAt: Date,
) {
  return {
    ...to,
    id: newId("feedback"),
    rating,
    tags: [],
    words,
    givenAt: givenAt ? new Date(givenAt.getTime() + shiftMs) : placedAt,
    imported: true,
    externalId,
  };
}
