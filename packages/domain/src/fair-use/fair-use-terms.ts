/**
 * What a shop takes from one buyer within some days before support has a look: marketplaces of the
 * field cap requests per SKU at five, changes of a request at two. Null: no such cap.
 */
export interface FairUseRules {
  /** Days back over which everything is counted. */
  readonly withinDays: number;
  readonly requestsPerOrder: number | null;
  /** Of one product of this shop, over all of the buyer's orders. */
  readonly requestsPerProduct: number | null;
  readonly requestsPerBuyer: number | null;
  /** How often requests of one order may be taken back, to be made anew otherwise. */
  readonly changesPerOrder: number | null;
  /** What one buyer may keep and be refunded for, in minor units of the order's currency. */
  readonly returnlessBudgetMinor: number | null;
}

export const noFairUse: FairUseRules = {
  withinDays: 30,
  requestsPerOrder: null,
  requestsPerProduct: null,
  requestsPerBuyer: null,
  changesPerOrder: null,
  returnlessBudgetMinor: null,
};

/** Whether there is anything to count for. */
export const capsAnything = ({ withinDays: _, ...caps }: FairUseRules): boolean =>
  Object.values(caps).some((most) => most !== null);
