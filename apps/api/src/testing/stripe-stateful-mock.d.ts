/** The mock brings no types of its own. */
declare module "stripe-stateful-mock" {
  import type { RequestListener } from "node:http";
  export function createExpressApp(): RequestListener;
}

/** Its books: what is returned is what it keeps, so that a test may change it as Stripe would. */
declare module "stripe-stateful-mock/dist/api/refunds.js" {
  import type Stripe from "stripe";
  export const refunds: {
    retrieve(accountId: string, refundId: string, param: string): Stripe.Refund;
    list(accountId: string, params: { charge: string }): { data: Stripe.Refund[] };
  };
}

declare module "stripe-stateful-mock/dist/api/charges.js" {
  import type Stripe from "stripe";
  export const charges: {
    retrieve(accountId: string, chargeId: string, param: string): Stripe.Charge;
  };
}
