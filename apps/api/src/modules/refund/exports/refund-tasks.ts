import type { Task } from "#platform/jobs/jobs.js";
import { checkDeadline } from "../check-deadline.js";
import { checkRefund } from "../check-refund.js";
import { submitRefund } from "../submit-refund.js";
import { submitTask } from "./create-refund.js";
import type { Providers } from "./providers.js";

export const refundTasks = (providers: Providers): Record<string, Task> => ({
  [submitTask]: (platform, { id = "" }) => submitRefund(platform, providers, id),
  [checkDeadline]: (platform, { id = "" }) => checkRefund(platform, providers, id),
});
