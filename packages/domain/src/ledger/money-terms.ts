import type { AllocationStrategy } from "../refund/allocate-refund.js";

/** A share in hundredths of a percent: 1200 is 12 %. */
export type BasisPoints = number;

/**
 * Who earns and who bears what, as the marketplace agreed with its shops. An order keeps the terms
 * it was captured under, however they change later.
 */
export interface MoneyTerms {
  readonly commission: {
    readonly basisPoints: BasisPoints;
    /** What it is taken of. */
    readonly of: "ITEMS" | "ITEMS_AND_SHIPPING";
    /** Whether the shop gets it back with what it pays back. */
    readonly onRefund: "RETURNED" | "KEPT";
  };
  readonly providerFee: {
    readonly basisPoints: BasisPoints;
    /** Minor units for each capture, by currency; 0 for one that is not named. */
    readonly fixedMinor: Readonly<Record<string, number>>;
    readonly borneBy: "SHOP" | "MARKETPLACE";
    /**
     * What becomes of it on a refund: the provider keeps it and whoever bore it still does
     * (STAYS), the marketplace takes it over from the shop (MARKETPLACE), or the provider gives
     * it back (RETURNED).
     */
    readonly onRefund: "STAYS" | "MARKETPLACE" | "RETURNED";
  };
  /** Who gets what buyers pay for shipping: the shop, or the marketplace, which pays the carriers. */
  readonly shippingGoesTo: "SHOP" | "MARKETPLACE";
  /** Who hands the tax to the state. */
  readonly taxRemittedBy: "SHOP" | "MARKETPLACE";
  /** Who pays for goodwill that an agent of the marketplace grants. */
  readonly goodwillBorneBy: "MARKETPLACE" | "SHOP";
  /** To which of a purchase's payments a refund goes first. */
  readonly allocation: AllocationStrategy;
  readonly payout: {
    /** Days between two payouts. */
    readonly everyDays: number;
    /** Days after a capture before the shop's part is paid out; the order must have arrived, too. */
    readonly holdDays: number;
    /** Less than this many minor units waits for the next payout. */
    readonly minimumMinor: number;
  };
}

/** What a marketplace begins with, until it publishes terms of its own. */
export const initialTerms: MoneyTerms = {
  commission: { basisPoints: 1200, of: "ITEMS", onRefund: "RETURNED" },
  providerFee: {
    basisPoints: 290,
    fixedMinor: { BRL: 39, EUR: 25, GBP: 20, USD: 30 },
    borneBy: "SHOP",
    onRefund: "STAYS",
  },
  shippingGoesTo: "SHOP",
  taxRemittedBy: "MARKETPLACE",
  goodwillBorneBy: "MARKETPLACE",
  allocation: "VOUCHERS_FIRST",
  payout: { everyDays: 7, holdDays: 7, minimumMinor: 100 },
};
