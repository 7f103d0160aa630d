/** The deadline at which the provider is asked what became of an open chargeback. */
export const chargebackCheck = "chargeback.check";

/** The deadline at which support is reminded of the evidence that a bank waits for. */
export const evidenceReminder = "chargeback.evidence";
