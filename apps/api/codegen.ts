import type { CodegenConfig } from "@graphql-codegen/cli";

const row = (module: string, file: string, name: string) =>
  `../modules/${module}/exports/${file}.entity.js#${name}Entity`;

/** Refusals are the domain's data: their kind is the name of their GraphQL type. */
const refusals = [
  "NotFound",
  "InvalidInput",
  "NotInThisState",
  "PersonNotAllowed",
  "IdempotencyConflict",
  "IdempotencyInProgress",
  "AlreadyShipped",
  "AlreadyCanceled",
  "CancellationWindowOver",
  "CancellationNotOffered",
  "CancellationAlreadyOpen",
  "UnitsNotAvailable",
  "ReasonRequired",
  "ReasonUnknown",
  "NoteRequired",
  "QuoteStale",
  "LinesCanceled",
  "LinesHeldByCancellation",
  "AmountAboveRefundable",
  "NothingToRefund",
  "FairUseLimitReached",
  "ReturnNotYet",
  "ReturnWindowOver",
  "ReturnNotOffered",
  "ReturnAlreadyOpen",
  "NothingToReturn",
  "EvidenceRequired",
  "TrackingNumberUnusable",
  "AppealWindowOver",
  "WithdrawalNotPossible",
  "PolicyUnusable",
  "PolicyBelowFloor",
  "FeedbackNotYet",
  "FeedbackAlreadyGiven",
];

const config: CodegenConfig = {
  schema: "src/**/*.graphql",
  // Sorted, so that it is the same whatever order the files come in.
  config: { sort: true },
  generates: {
    // The contract as one reviewable file, which the apps' codegen reads; it is committed.
    "../../packages/graphql/schema.graphql": {
      plugins: ["schema-ast"],
      config: { includeDirectives: false },
    },
    "src/generated/resolvers.generated.ts": {
      plugins: [
        {
          add: {
            content: [
              'import type { RefusedAs } from "#platform/commands/refused.js";',
              'import type { UnitsOfLine, TraceStep as TraceStepData } from "@makegood/domain/decision/decision";',
              'import type { NextStep as NextStepData } from "@makegood/domain/refusal/next-steps";',
              'import type { NextAction as NextActionData } from "@makegood/domain/next-action/next-action";',
              'import type { ReasonRule } from "@makegood/domain/policy/policy";',
              'import type { Caller } from "#platform/identity/caller.js";',
            ],
          },
        },
        "typescript",
        "typescript-resolvers",
      ],
      config: {
        contextType: "../platform/graphql/context.js#RequestContext",
        useTypeImports: true,
        enumsAsTypes: true,
        enumType: "string-literal",
        maybeValue: "T | null | undefined",
        inputMaybeValue: "T | null | undefined",
        scalars: { DateTime: "Date", MinorUnits: "number", URL: "string", ID: "string" },
        defaultScalarType: "unknown",
        mappers: {
          ...Object.fromEntries(refusals.map((kind) => [kind, `RefusedAs["${kind}"]`])),
          Person: row("identity", "person", "Person"),
          Viewer: "Caller",
          Shop: row("shop", "shop", "Shop"),
          ShopMembership: row("shop", "shop-member", "ShopMember"),
          PolicyVersion: row("policy", "policy-version", "PolicyVersion"),
          CancellationReason: "ReasonRule",
          Order: row("order", "order", "Order"),
          OrderLine: row("order", "order-line", "OrderLine"),
          Shipment: row("order", "shipment", "Shipment"),
          Purchase: row("order", "purchase", "Purchase"),
          Payment: row("order", "payment", "Payment"),
          Cancellation: row("cancellation", "cancellation", "Cancellation"),
          CancellationUnits: "UnitsOfLine",
          CancelableUnits: "UnitsOfLine",
          Quote: row("cancellation", "quote", "Quote"),
          QuoteAllocation: "../modules/cancellation/exports/quote-view.js#QuotedAllocation",
          QuoteComponent: "../modules/cancellation/exports/quote-view.js#QuotedComponent",
          Return: row("return", "return", "Return"),
          ReturnUnit: row("return", "return-unit", "ReturnUnit"),
          ParcelScan: row("carrier", "parcel-scan", "ParcelScan"),
          Photo: row("photo", "photo", "Photo"),
          Notification: row("notification", "notification", "Notification"),
          Withdrawal: row("withdrawal", "withdrawal", "Withdrawal"),
          Dispute: row("dispute", "dispute", "Dispute"),
          Decision: "../platform/commands/decision-view.js#DecisionView",
          TraceStep: "TraceStepData",
          NextStep: "NextStepData",
          NextAction: "NextActionData",
          Refund: row("refund", "refund", "Refund"),
          RefundAllocation: row("refund", "refund-allocation", "RefundAllocation"),
          ServicePromise: row("promise", "service-promise", "ServicePromise"),
          Case: row("case", "case", "Case"),
          CaseMessage: row("case", "case-message", "CaseMessage"),
          Feedback: row("feedback", "feedback", "Feedback"),
          IntegrationKey: row("integration", "integration-key", "IntegrationKey"),
          TimelineEvent: "../platform/events/timeline-event.entity.js#TimelineEventEntity",
        },
      },
    },
  },
};

export default config;
