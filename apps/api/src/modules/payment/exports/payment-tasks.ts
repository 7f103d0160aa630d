import { paymentDeadline } from "#modules/order/exports/payment-deadline.js";
import type { Providers } from "#modules/refund/exports/providers.js";
import { dueAtOf } from "#platform/jobs/deadlines.js";
import type { Task } from "#platform/jobs/jobs.js";
import { paymentFellDue } from "../end-unpaid.js";
import { checkPaymentStep, sendPaymentStep } from "../send-payment-step.js";
import { checkStepDeadline } from "./begin-payment-steps.js";
import { sendStepTask } from "./payment-step-jobs.js";

/** What goes on by itself with payments that were not taken at checkout. */
export const paymentTasks = (providers: Providers): Record<string, Task> => ({
  [sendStepTask]: (platform, { id = "" }) => sendPaymentStep(platform, providers, id),
  [checkStepDeadline]: (platform, { id = "" }) => checkPaymentStep(platform, providers, id),
  [paymentDeadline]: (platform, payload) =>
    paymentFellDue(platform, providers, payload.id ?? "", dueAtOf(payload)),
});
