/** The deadline at which the provider is asked what became of an open attempt. */
export const checkDeadline = "refund.check";
/** The deadline at which it is asked whether what succeeded is still so. */
export const watchDeadline = "refund.watch";
/** Until when the buyer can give bank details that are asked for, and when they are reminded. */
export const actionDeadline = "refund.actionDue";
export const actionReminder = "refund.remindOfAction";
/** The job that asks the provider when one of its webhooks contradicts what we know. */
export const confirmTask = "refund.confirm";
export const confirmPayoutTask = "refund.confirmPayout";
/** The job that tells a provider to give up what waits for the buyer. */
export const giveUpTask = "refund.giveUp";
/** The job that hands a buyer's bank details to the provider that waits for them. */
export const detailsTask = "refund.sendDetails";
/** The job that sends a payout to the bank, and the deadline at which the bank is asked about it. */
export const payoutTask = "refund.sendPayout";
export const payoutCheck = "refund.checkPayout";
