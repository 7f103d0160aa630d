import { CancellationEntity } from "#modules/cancellation/exports/cancellation.entity.js";
import { CancellationUnitEntity } from "#modules/cancellation/exports/cancellation-unit.entity.js";
import { QuoteEntity } from "#modules/cancellation/exports/quote.entity.js";
import { ReturnLabelEntity } from "#modules/carrier/exports/label.entity.js";
import { ParcelScanEntity } from "#modules/carrier/exports/parcel-scan.entity.js";
import { CaseEntity } from "#modules/case/exports/case.entity.js";
import { CaseMessageEntity } from "#modules/case/exports/case-message.entity.js";
import { ProposedChangeEntity } from "#modules/change/exports/proposed-change.entity.js";
import { ChargebackEntity } from "#modules/chargeback/exports/chargeback.entity.js";
import { ChargebackShareEntity } from "#modules/chargeback/exports/chargeback-share.entity.js";
import { DecisionEntity } from "#modules/decision/exports/decision.entity.js";
import { DisputeEntity } from "#modules/dispute/exports/dispute.entity.js";
import { FeedbackEntity } from "#modules/feedback/exports/feedback.entity.js";
import { AccountClaimEntity } from "#modules/identity/exports/account-claim.entity.js";
import { AgentEntity } from "#modules/identity/exports/agent.entity.js";
import { PersonEntity } from "#modules/identity/exports/person.entity.js";
import { SessionEntity } from "#modules/identity/exports/session.entity.js";
import { ImportEntity } from "#modules/importing/exports/import.entity.js";
import { IntegrationKeyEntity } from "#modules/integration/exports/integration-key.entity.js";
import { LedgerEntryEntity } from "#modules/ledger/exports/ledger-entry.entity.js";
import { LedgerTransactionEntity } from "#modules/ledger/exports/ledger-transaction.entity.js";
import { MoneyTermsEntity } from "#modules/ledger/exports/money-terms.entity.js";
import { LimitSettingEntity } from "#modules/limit/exports/limit-setting.entity.js";
import { EmailEntity } from "#modules/notification/exports/email.entity.js";
import { NotificationEntity } from "#modules/notification/exports/notification.entity.js";
import { OrderEntity } from "#modules/order/exports/order.entity.js";
import { OrderLineEntity } from "#modules/order/exports/order-line.entity.js";
import { PaymentEntity } from "#modules/order/exports/payment.entity.js";
import { PurchaseEntity } from "#modules/order/exports/purchase.entity.js";
import { ShipmentEntity } from "#modules/order/exports/shipment.entity.js";
import { PaymentStepEntity } from "#modules/payment/exports/payment-step.entity.js";
import { PayoutEntity } from "#modules/payout/exports/payout.entity.js";
import { PayoutHoldEntity } from "#modules/payout/exports/payout-hold.entity.js";
import { PhotoEntity } from "#modules/photo/exports/photo.entity.js";
import { PolicyVersionEntity } from "#modules/policy/exports/policy-version.entity.js";
import { OrderPresenceEntity } from "#modules/presence/exports/order-presence.entity.js";
import { ServicePromiseEntity } from "#modules/promise/exports/service-promise.entity.js";
import { RefundProofEntity } from "#modules/proof/exports/refund-proof.entity.js";
import { DriftItemEntity } from "#modules/reconciliation/exports/drift-item.entity.js";
import { ReconciliationRunEntity } from "#modules/reconciliation/exports/reconciliation-run.entity.js";
import { ReportedItemEntity } from "#modules/reconciliation/exports/reported-item.entity.js";
import { BankDetailsEntity } from "#modules/refund/exports/bank-details.entity.js";
import { RefundEntity } from "#modules/refund/exports/refund.entity.js";
import { RefundAllocationEntity } from "#modules/refund/exports/refund-allocation.entity.js";
import { RefundApprovalEntity } from "#modules/refund/exports/refund-approval.entity.js";
import { RefundAttemptEntity } from "#modules/refund/exports/refund-attempt.entity.js";
import { RefundIncidentEntity } from "#modules/refund/exports/refund-incident.entity.js";
import { RefundPayoutEntity } from "#modules/refund/exports/refund-payout.entity.js";
import { RefundPayoutPartEntity } from "#modules/refund/exports/refund-payout-part.entity.js";
import { StoreCreditEntryEntity } from "#modules/refund/exports/store-credit-entry.entity.js";
import { RestockEntity } from "#modules/return/exports/restock.entity.js";
import { ReturnEntity } from "#modules/return/exports/return.entity.js";
import { ReturnUnitEntity } from "#modules/return/exports/return-unit.entity.js";
import { SavedViewEntity } from "#modules/saved-view/exports/saved-view.entity.js";
import { ShopEntity } from "#modules/shop/exports/shop.entity.js";
import { ShopMemberEntity } from "#modules/shop/exports/shop-member.entity.js";
import { StopSwitchEntity } from "#modules/stop/exports/stop-switch.entity.js";
import { TrailLinkEntity } from "#modules/trail/exports/trail-link.entity.js";
import { TrailSealEntity } from "#modules/trail/exports/trail-seal.entity.js";
import { WithdrawalEntity } from "#modules/withdrawal/exports/withdrawal.entity.js";
import { platformEntities } from "#platform/database/entities.js";

/** Every table there is. */
export const entities = [
  ...platformEntities,
  PersonEntity,
  SessionEntity,
  AgentEntity,
  ShopEntity,
  ShopMemberEntity,
  PolicyVersionEntity,
  PurchaseEntity,
  OrderEntity,
  OrderLineEntity,
  PaymentEntity,
  PaymentStepEntity,
  ShipmentEntity,
  DecisionEntity,
  QuoteEntity,
  CancellationEntity,
  CancellationUnitEntity,
  ReturnEntity,
  ReturnUnitEntity,
  RestockEntity,
  ReturnLabelEntity,
  ParcelScanEntity,
  PhotoEntity,
  DisputeEntity,
  WithdrawalEntity,
  NotificationEntity,
  SavedViewEntity,
  EmailEntity,
  RefundEntity,
  RefundAllocationEntity,
  RefundAttemptEntity,
  ReconciliationRunEntity,
  ReportedItemEntity,
  DriftItemEntity,
  BankDetailsEntity,
  RefundPayoutEntity,
  RefundPayoutPartEntity,
  StoreCreditEntryEntity,
  ProposedChangeEntity,
  ChargebackEntity,
  ChargebackShareEntity,
  RefundIncidentEntity,
  MoneyTermsEntity,
  RefundApprovalEntity,
  LimitSettingEntity,
  StopSwitchEntity,
  OrderPresenceEntity,
  LedgerTransactionEntity,
  LedgerEntryEntity,
  ServicePromiseEntity,
  PayoutEntity,
  PayoutHoldEntity,
  RefundProofEntity,
  TrailLinkEntity,
  TrailSealEntity,
  CaseEntity,
  CaseMessageEntity,
  FeedbackEntity,
  IntegrationKeyEntity,
  ImportEntity,
  AccountClaimEntity,
];
