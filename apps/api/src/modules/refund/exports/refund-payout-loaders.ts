import { loadBy, loadListBy } from "#platform/database/loaders.js";
import { BankDetailsEntity } from "./bank-details.entity.js";
import { RefundAttemptEntity } from "./refund-attempt.entity.js";
import { RefundIncidentEntity } from "./refund-incident.entity.js";
import { RefundPayoutEntity } from "./refund-payout.entity.js";

export const payoutsByRefund = loadListBy(RefundPayoutEntity, "refundId", { id: "ASC" });
export const attemptsByRefund = loadListBy(RefundAttemptEntity, "refundId", { id: "ASC" });
export const bankDetailsById = loadBy(BankDetailsEntity, "id");
/** By id, unscoped: only for agents. */
export const incidentById = loadBy(RefundIncidentEntity, "id");
export const incidentsByRefund = loadListBy(RefundIncidentEntity, "refundId", { id: "ASC" });
