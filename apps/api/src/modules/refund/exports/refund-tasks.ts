import type { Task } from "#platform/jobs/jobs.js";
import { checkDeadline } from "../check-deadline.js";
import { checkRefund } from "../check-refund.js";
import { submitRefund } from "../submit-refund.js";
import { submitTask } from "./create-refund.js";
import type { RefundProvider } from "./refund-provider.js";

export const refundTasks = (provider: RefundProvider): Record<string, Task> => ({
  [submitTask]: (platform, { id = "" }) => submitRefund(platform, provider, id),
  [checkDeadline]: (platform, { id = "" }) => checkRefund(platform, provider, id),
});
