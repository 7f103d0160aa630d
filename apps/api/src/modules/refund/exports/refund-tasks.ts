import { runCommand } from "#platform/commands/run-command.js";
import { systemActor } from "#platform/identity/actor.js";
import { dueAtOf } from "#platform/jobs/deadlines.js";
import type { Task } from "#platform/jobs/jobs.js";
import { expireApproval } from "../answer-approval.js";
import {
  actionDeadline,
  actionReminder,
  checkDeadline,
  confirmPayoutTask,
  confirmTask,
  detailsTask,
  giveUpTask,
  payoutCheck,
  payoutTask,
  watchDeadline,
} from "../check-deadline.js";
import { checkRefund } from "../check-refund.js";
import { lapseDetails, remindOfDetails } from "../lapse-details.js";
import { remindOfApproval } from "../remind-of-approval.js";
import { sendBankDetails } from "../send-bank-details.js";
import { checkPayout, sendPayout } from "../send-payout.js";
import { submitRefund } from "../submit-refund.js";
import { confirmAttempt, confirmPayout, watchRefund } from "../watch-refund.js";
import { approvalDeadline, approvalReminder } from "./ask-approval.js";
import type { BankTransfers } from "./bank-transfers.js";
import { submitTask } from "./create-refund.js";
import type { Providers } from "./providers.js";

/** Everything that talks to a provider or a bank: with no transaction open, again until it is known. */
export const refundTasks = (
  providers: Providers,
  transfers: BankTransfers | null,
): Record<string, Task> => ({
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
  [approvalReminder]: async (platform, payload) => {
    const { id = "" } = payload;
    await runCommand(platform, {
      name: "remindOfApproval",
      actor: systemActor,
      at: dueAtOf(payload),
      idempotencyKey: null,
      input: { refundId: id },
      work: (unit) => remindOfApproval(unit, id),
    });
  },
  [checkDeadline]: (platform, { id = "" }) => checkRefund(platform, providers, id),
  [confirmTask]: (platform, { id = "" }) => confirmAttempt(platform, providers, id),
  [watchDeadline]: (platform, { id = "" }) => watchRefund(platform, providers, transfers, id),
  [detailsTask]: (platform, { id = "" }) => sendBankDetails(platform, providers, id),
  [actionDeadline]: (platform, payload) =>
    lapseDetails(platform, providers, payload.id ?? "", dueAtOf(payload)),
  [giveUpTask]: (platform, { id = "" }) => lapseDetails(platform, providers, id, undefined),
  [actionReminder]: (platform, payload) =>
    remindOfDetails(platform, payload.id ?? "", dueAtOf(payload)),
  [payoutTask]: (platform, { id = "" }) => sendPayout(platform, transfers, id),
  [payoutCheck]: (platform, { id = "" }) => checkPayout(platform, transfers, id),
  [confirmPayoutTask]: (platform, { id = "" }) => confirmPayout(platform, transfers, id),
});
