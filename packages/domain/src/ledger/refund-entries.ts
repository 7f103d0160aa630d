import { assert } from "../assert.js";
import { apportion } from "../money/apportion.js";
import type { LedgerAccount, LedgerComponent, LedgerEntry, LedgerKind } from "./account.js";
import type { MoneyTerms } from "./money-terms.js";
import { move, netted } from "./move.js";

/** What an order's postings of one kind came to in one account and component. */
export interface BookedSum extends LedgerEntry {
  readonly kind: LedgerKind;
}

/** What an amount is made of; minor units, none negative. */
export interface RefundParts {
  readonly ITEMS: number;
  readonly SHIPPING: number;
  readonly TAX: number;
}

const parts = ["ITEMS", "SHIPPING", "TAX"] as const;

/**
 * The posting of a refund that is owed: whoever got a component at the capture gives it back, in
 * their own account, with the commission and fee that the terms give back with it. Takes `wanted` of
 * each component as far as it is still there, and the rest in proportion to what is left of each;
 * so that any sequence of refunds returns exactly what was taken.
 *
 * Where goodwill was given before and the parts are worth more than the buyer still gets, that
 * goodwill comes back to whoever gave it, since the buyer has had it.
 */
export function refundEntries(
  books: readonly BookedSum[],
  amountMinor: number,
  terms: MoneyTerms,
  wanted: RefundParts | null = null,
): LedgerEntry[] {
  assert(Number.isSafeInteger(amountMinor) && amountMinor > 0, "a refund is of something");
  const left = leftOf(books);
  const leftMinor = leftMinorOf(books);
  assert(amountMinor <= leftMinor, "no more comes back than was taken and is left");

  const worthMinor = wanted ? wanted.ITEMS + wanted.SHIPPING + wanted.TAX : amountMinor;
  const given = goodwillGiven(books);
  const comesBack = Math.max(0, Math.min(given.amountMinor, worthMinor - amountMinor));
  const totalMinor = Math.min(leftMinor, amountMinor + comesBack);
  const taken = distribute(totalMinor, left, wanted);

  const before = leftMinor;
  return netted([
    ...left.flatMap(({ account, component }, index) => [
      { account, component, amountMinor: taken[index] ?? 0 },
    ]),
    { account: "REFUND_OWED", component: null, amountMinor: 0 - amountMinor },
    { account: given.account, component: "GOODWILL", amountMinor: amountMinor - totalMinor },
    ...commissionBack(books, left, taken, terms),
    ...feeBack(books, before, totalMinor, terms),
  ]);
}

/** What of an order's capture has not come back yet, all in all. Minor units. */
export const leftMinorOf = (books: readonly BookedSum[]): number =>
  sumOf(leftOf(books).map(({ amountMinor }) => amountMinor));

/** What is still there of each component, by the account it went to at the capture. */
function leftOf(books: readonly BookedSum[]): LedgerEntry[] {
  return parts.flatMap((component) => {
    const accounts = new Set(
      books
        .filter((sum) => sum.kind === "CAPTURE" && sum.component === component)
        .map(({ account }) => account),
    );
    return [...accounts].map((account) => ({
      account,
      component,
      amountMinor:
        0 - total(books, (sum) => sum.account === account && sum.component === component),
    }));
  });
}

function distribute(
  totalMinor: number,
  left: readonly LedgerEntry[],
  wanted: RefundParts | null,
): number[] {
  const atMost = left.map(({ amountMinor }) => amountMinor);
  const first = left.map(({ component, amountMinor }) =>
    wanted && isPart(component) ? Math.max(0, Math.min(wanted[component], amountMinor)) : 0,
  );
  const firstMinor = sumOf(first);
  if (firstMinor >= totalMinor && firstMinor > 0) return apportion(totalMinor, first);
  const rest = atMost.map((most, index) => most - (first[index] ?? 0));
  const added = apportion(totalMinor - firstMinor, rest);
  return first.map((part, index) => part + (added[index] ?? 0));
}

function commissionBack(
  books: readonly BookedSum[],
  left: readonly LedgerEntry[],
  taken: readonly number[],
  { commission }: MoneyTerms,
): LedgerEntry[] {
  if (commission.onRefund === "KEPT") return [];
  const counts = ({ component }: LedgerEntry) =>
    component === "ITEMS" || (component === "SHIPPING" && commission.of === "ITEMS_AND_SHIPPING");
  const base = 0 - total(books, (sum) => sum.kind === "CAPTURE" && counts(sum));
  const leftMinor = sumOf(left.filter(counts).map(({ amountMinor }) => amountMinor));
  const takenMinor = sumOf(left.map((entry, index) => (counts(entry) ? (taken[index] ?? 0) : 0)));
  const charged = atCapture(books, "COMMISSION", "COMMISSION");
  const back = stepOf(0 - charged, base, base - leftMinor, takenMinor);
  return move(back, "COMMISSION", "SHOP_BALANCE", "COMMISSION");
}

function feeBack(
  books: readonly BookedSum[],
  leftMinor: number,
  takenMinor: number,
  { providerFee }: MoneyTerms,
): LedgerEntry[] {
  const byShop = atCapture(books, "SHOP_BALANCE", "PROVIDER_FEE");
  const charged = 0 - atCapture(books, "PROVIDER_FEE", "PROVIDER_FEE");
  const base = 0 - total(books, (sum) => sum.kind === "CAPTURE" && isPart(sum.component));
  const back = stepOf(charged, base, base - leftMinor, takenMinor);
  const bearer: LedgerAccount = byShop > 0 ? "SHOP_BALANCE" : "COMMISSION";
  if (providerFee.onRefund === "RETURNED")
    return move(back, "PROVIDER_FEE", bearer, "PROVIDER_FEE");
  if (providerFee.onRefund === "STAYS" || bearer === "COMMISSION") return [];
  return move(back, "COMMISSION", "SHOP_BALANCE", "PROVIDER_FEE");
}

/** What goodwill is still given, and who gave it. */
function goodwillGiven(books: readonly BookedSum[]): {
  account: LedgerAccount;
  amountMinor: number;
} {
  const account = books.find(({ component }) => component === "GOODWILL")?.account ?? "GOODWILL";
  return { account, amountMinor: total(books, ({ component }) => component === "GOODWILL") };
}

/**
 * The part of `amountMinor` that belongs to the next `takenMinor` of a base of which `goneMinor` are
 * gone: differences of rounded-down running totals, so that all steps sum to the whole exactly.
 */
function stepOf(
  amountMinor: number,
  baseMinor: number,
  goneMinor: number,
  takenMinor: number,
): number {
  if (baseMinor <= 0) return 0;
  const until = (gone: number) => Number((BigInt(amountMinor) * BigInt(gone)) / BigInt(baseMinor));
  return until(goneMinor + takenMinor) - until(goneMinor);
}

const isPart = (component: LedgerComponent | null): component is keyof RefundParts =>
  parts.some((part) => part === component);
const sumOf = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0);
const total = (books: readonly BookedSum[], which: (sum: BookedSum) => boolean) =>
  sumOf(books.filter(which).map(({ amountMinor }) => amountMinor));
const atCapture = (
  books: readonly BookedSum[],
  account: LedgerAccount,
  component: LedgerComponent,
) =>
  total(
    books,
    (sum) => sum.kind === "CAPTURE" && sum.account === account && sum.component === component,
  );
