export type { RefusedFragment } from "../order/order.generated.ts";
export {
  CancellationFormDocument,
  type CancellationFormQuery,
  QuoteCancellationDocument,
  type QuoteViewFragment,
  RequestCancellationDocument,
} from "./cancellation.generated.ts";
