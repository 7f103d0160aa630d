/** The deadline at which the provider is asked what became of an open attempt. */
export const checkDeadline = "refund.check";
