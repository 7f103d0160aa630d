import { runCommand } from "#platform/commands/run-command.js";
import { systemActor } from "#platform/identity/actor.js";
import { dueAtOf } from "#platform/jobs/deadlines.js";
import type { Task } from "#platform/jobs/jobs.js";
import { expireApproval } from "../answer-approval.js";
import { checkDeadline } from "../check-deadline.js";
import { checkRefund } from "../check-refund.js";
import { submitRefund } from "../submit-refund.js";
import { approvalDeadline } from "./ask-approval.js";
import { submitTask } from "./create-refund.js";
import type { Providers } from "./providers.js";

export const refundTasks = (providers: Providers): Record<string, Task> => ({
  [submitTask]: (platform, { id = "" }) => submitRefund(platform, providers, id),
  [approvalDeadline]: async (platform, payload) => {
    const { id = "" } = payload;
    await runCommand(platform, {
      name: "expireApproval",
      actor: systemActor,
      at: dueAtOf(payload),
      idempotencyKey: null,
      input: { refundId: id },
      work: (unit) => expireApproval(unit, id),
    });
  },
  [checkDeadline]: (platform, { id = "" }) => checkRefund(platform, providers, id),
});
