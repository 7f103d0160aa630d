/** The deadline at which a delivered order is over, if nothing of it is open. */
export const completeDeadline = "order.complete";
