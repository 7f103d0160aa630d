/** The deadline at which a parcel that did not arrive counts as lost, if nobody settled it. */
export const deliveryDeadline = "order.deliveryDue";
