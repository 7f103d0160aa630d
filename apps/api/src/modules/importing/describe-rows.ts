import { newId } from "#platform/ids.js";
import { type Known, titled } from "./known.js";
import type { Row } from "./olist/read-olist.js";

/** What a product is called: the data has no titles, only categories. */
export function described(known: Known, productId: string) {
  const raw = known.products.get(productId)?.product_category_name ?? "";
  const category = known.categories.get(raw) ?? raw;
  const title = `${category ? titled(category) : "Item"} ${productId.slice(0, 6).toUpperCase()}`;
  return { title, category: category || null };
}

/** A review of the data as feedback that came with an import. */
export function feedbackOf(
  review: Row,
  orderId: string,
  shopId: string,
  buyerId: string,
  known: Known,
  placedAt: Date,
) {
  const at = Date.parse(`${(review.review_creation_date ?? "").replace(" ", "T")}Z`);
  const words = [review.review_comment_title, review.review_comment_message]
    .map((text) => text?.trim())
    .filter(Boolean)
    .join(" · ");
  return {
    id: newId("feedback"),
    orderId,
    shopId,
    buyerId,
    rating: Math.min(5, Math.max(1, Number(review.review_score) || 1)),
    tags: [],
    words: words || null,
    givenAt: Number.isNaN(at) ? placedAt : new Date(at + known.shiftMs),
    imported: true,
    externalId: `olist:${review.review_id}:${review.order_id}`,
  };
}
