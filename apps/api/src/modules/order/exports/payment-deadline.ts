/** The deadline by which an order has to be paid, or paid again; then it ends. */
export const paymentDeadline = "order.paymentDue";
