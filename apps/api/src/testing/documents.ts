/** What a refusal says, whatever its kind. */
const refusal = `... on Refusal { message nextSteps { kind sentence } decision { id rule outcome policyVersion { number } trace { rule fact value threshold verdict sentence } } }`;

export const requestCancellation = `mutation ($input: RequestCancellationInput!) {
  requestCancellation(input: $input) {
    __typename
    ... on CancellationSuccess { replayed dryRun cancellation { id status respondBy amount { amountMinor currency } refund { id status promisedBy } } }
    ... on CancellationDryRun { quote { total { amountMinor } } eligibility { outcome } }
    ... on UnitsNotAvailable { asked available }
    ... on InvalidInput { field }
    ... on QuoteStale { why newQuote { id total { amountMinor } } }
    ... on CancellationAlreadyOpen { cancellation { id } }
    ${refusal}
  }
}`;

export const quoteCancellation = `mutation ($input: QuoteCancellationInput!) {
  quoteCancellation(input: $input) {
    __typename
    ... on QuoteSuccess { quote { id total { amountMinor } promisedBy expectedAtBankBy components { kind label amount { amountMinor } } allocations { payment { label } amount { amountMinor } } } }
    ${refusal}
  }
}`;

const decided = (name: string, input: string) => `mutation ($input: ${input}!) {
  ${name}(input: $input) {
    __typename
    ... on CancellationSuccess { replayed cancellation { id status rejectionReason refund { id status } } }
    ... on NotInThisState { state allowedCommands }
    ${refusal}
  }
}`;
export const approveCancellation = decided("approveCancellation", "ApproveCancellationInput");
export const rejectCancellation = decided("rejectCancellation", "RejectCancellationInput");
export const withdrawCancellation = decided("withdrawCancellation", "WithdrawCancellationInput");

export const shipOrder = `mutation ($input: ShipOrderInput!) {
  shipOrder(input: $input) {
    __typename
    ... on OrderSuccess { order { id status lines { shippedQuantity } shipments { trackingNumber } } }
    ... on LinesHeldByCancellation { cancellation { id } }
    ... on LinesCanceled { lineIds canceledAt }
    ${refusal}
  }
}`;

export const orderStory = `query ($id: ID!) {
  order(id: $id) {
    id number status financialStatus timelineSeq
    buyer { name email } shop { name } policy { number text { heading sentences } }
    purchase { total { amountMinor } payments { label amount { amountMinor } } orders { id } }
    lines { id title quantity canceledQuantity heldQuantity shippedQuantity unitPrice { amountMinor currency } total { amountMinor } }
    totals { total { amountMinor } captured { amountMinor } refundPending { amountMinor } refunded { amountMinor } }
    shipments { carrier trackingNumber }
    cancellationEligibility { outcome rule sentence validUntil respondBy becomesPossible nextSteps { kind sentence } trace { rule sentence } cancelableUnits { quantity line { id } } reasonRequired reasons { code label noteRequired } }
    availableActions { action available because }
    nextAction { owner kind sentence deadline onTimeout }
    cancellations { id status reason note units { quantity line { title } } nextAction { owner onTimeout } }
    refunds { id status amount { amountMinor } promisedBy expectedAtBankBy succeededAt pendingReason failureReason steps { code label state at } allocations { status attemptCount amount { amountMinor } payment { label amount { amountMinor } } traceReference { type value } } }
    cases { id number } feedback { rating }
    timeline { seq kind sentence actorKind actorName reason }
  }
}`;

const returned = `return { id status dueAt returnless method shippingPaidBy amount { amountMinor } comesBack { amountMinor } promisedBy carrier trackingNumber label { path trackingNumber } rejectionReason question answer offer { amount { amountMinor } note } number instructions { address { name street } packingTips } photos { id path purpose givenBy } units { id reception inspection grade deduction { amountMinor } gross { amountMinor } kept { amountMinor } } scans { status place at } refund { id status amount { amountMinor } promisedBy } nextAction { owner kind deadline onTimeout } actions }`;

export const requestReturn = `mutation ($input: RequestReturnInput!) {
  requestReturn(input: $input) {
    __typename
    ... on ReturnSuccess { replayed ${returned} }
    ... on ReturnDryRun { quote { total { amountMinor } } eligibility { outcome } }
    ... on EvidenceRequired { photosNeeded }
    ... on ReturnAlreadyOpen { return { id } }
    ... on QuoteStale { why newQuote { id } }
    ${refusal}
  }
}`;

export const quoteReturn = `mutation ($input: QuoteReturnInput!) {
  quoteReturn(input: $input) {
    __typename
    ... on QuoteSuccess { quote { id total { amountMinor } promisedBy components { kind label amount { amountMinor } } } }
    ${refusal}
  }
}`;

/** Any mutation on a return that exists. */
export const onReturn = (name: string, input: string) => `mutation ($input: ${input}!) {
  ${name}(input: $input) {
    __typename
    ... on ReturnSuccess { replayed ${returned} }
    ... on TrackingNumberUnusable { example }
    ... on InvalidInput { field }
    ... on EvidenceRequired { photosNeeded }
    ... on NotInThisState { state allowedCommands }
    ${refusal}
  }
}`;

export const returnById = `query ($id: ID!) { ${"return(id: $id)"} { ${returned.slice("return { ".length)} }`;

const disputed = `dispute { id status dueAt buyerStatement sellerResponse ruledFor rulingReason ruledAmount { amountMinor } case { id decision { command } } nextAction { owner kind deadline onTimeout } return { id status } cancellation { id status } }`;

/** Any mutation of a dispute. */
export const onDispute = (name: string, input: string) => `mutation ($input: ${input}!) {
  ${name}(input: $input) {
    __typename
    ... on DisputeSuccess { ${disputed} }
    ${refusal}
  }
}`;

export const moveClock = `mutation ($hours: Int!) { moveSandboxClock(hours: $hours) { now fellDue } }`;
