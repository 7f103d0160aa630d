/** The deadline at which an order leaves its grace period. */
export const graceDeadline = "order.graceEnd";
