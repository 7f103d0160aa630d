import { assert } from "../assert.js";
import {
  type LineFacts,
  type OrderFacts,
  shareOfLine,
  takenUnits,
} from "../cancellation/cancellation-facts.js";
import { type Room, roomBeside } from "../chargeback/bank-share.js";
import type { UnitsOfLine } from "../decision/decision.js";
import { shareOfUnits } from "../money/apportion.js";
import type { PolicyRules } from "../policy/policy.js";
import {
  type Allocation,
  type AllocationStrategy,
  methodsOf,
  type PaymentFacts,
} from "../refund/allocate-refund.js";
import { expectAtBank, promiseRefund } from "../refund/promise.js";
import { splitRefund } from "../refund/split-refund.js";

export type QuoteComponentKind =
  | "ITEMS"
  | "DISCOUNT"
  | "TAX"
  | "SHIPPING"
  /** Their share of what was paid beyond the list, or below it: see `spreadPaid`. */
  | "PAID_DIFFERENCE"
  | "DIFFERENCE"
  | "SHIPPING_KEPT"
  | "RESTOCKING_FEE"
  | "RETURN_LABEL"
  | "EXCHANGED"
  | "PAID_BY_BANK"
  | "WAITS_FOR_BANK";

export interface QuoteComponent {
  readonly kind: QuoteComponentKind;
  /** Negative where it lessens what comes back. */
  readonly amountMinor: number;
}

/** Exactly what a cancellation or return brings back. */
export interface RefundQuote {
  readonly currency: string;
  /** What is refunded once it is approved. */
  readonly totalMinor: number;
  /**
   * What is refunded beside that if the buyer's bank decides against a chargeback of it; else the
   * bank has paid it. Absent in quotes of before it was told apart.
   */
  readonly waitsMinor?: number;
  /** What will not be taken in the end, since it was only authorised, or not paid yet. */
  readonly notChargedMinor: number;
  readonly components: readonly QuoteComponent[];
  /** What each line's units bring back, with what waits for a bank. */
  readonly lines: readonly (UnitsOfLine & { readonly amountMinor: number })[];
  /** Of the total. */
  readonly allocations: readonly Allocation[];
  readonly promisedBy: Date;
  readonly expectedAtBankBy: Date;
}

export interface QuoteQuestion {
  readonly rules: PolicyRules;
  readonly order: OrderFacts;
  readonly units: readonly UnitsOfLine[];
  readonly payments: readonly PaymentFacts[];
  /** To which of them it goes first; as a marketplace begins with where left out. */
  readonly allocation?: AllocationStrategy;
  /** When it is approved at the latest: now, or the seller's deadline. */
  readonly approvedBy: Date;
}

/**
 * Quotes a cancellation to the minor unit. Each line's units take their share of what is left of
 * the line, so that any sequence of steps sums to its total; the last units of an order take
 * whatever is left of what was captured for it, and no step takes more than that.
 */
export function quoteCancellation({
  rules,
  order,
  units,
  payments,
  allocation,
  approvedBy,
}: QuoteQuestion): RefundQuote {
  const lines = units.map(({ lineId, quantity }) => {
    const line = order.lines.find((candidate) => candidate.lineId === lineId);
    assert(line !== undefined, "units are of a line of the order");
    return { line, lineId, quantity, amountMinor: shareOfLine(line, quantity) };
  });
  const refundable = refundableMinor(order);
  const ofLines = lines.reduce((sum, line) => sum + line.amountMinor, 0);
  if ((order.uncollectedMinor ?? 0) > 0) {
    const promisedBy = promiseRefund(rules, approvedBy, []);
    // Nothing was taken, so nothing comes back: the capture will be that much less, or none.
    return {
      currency: order.currency,
      totalMinor: 0,
      notChargedMinor: ofLines,
      components: componentsOf(lines, ofLines, ofLines),
      lines: spread(lines, 0),
      allocations: [],
      promisedBy,
      expectedAtBankBy: promisedBy,
    };
  }
  const dueMinor = takesTheLast(order, units) ? refundable : Math.min(ofLines, refundable);
  const { now: allocations, ...split } = splitRefund(dueMinor, roomOf(order), payments, allocation);
  const { totalMinor, waitsMinor, components: atBank } = besideBank(dueMinor, split);
  const components = [...componentsOf(lines, ofLines, dueMinor), ...atBank];
  const methods = methodsOf(allocations, payments);
  const promisedBy = promiseRefund(rules, approvedBy, methods);
  return {
    currency: order.currency,
    totalMinor,
    waitsMinor,
    notChargedMinor: 0,
    components,
    lines: spread(lines, totalMinor + waitsMinor - ofLines),
    allocations,
    promisedBy,
    expectedAtBankBy: expectAtBank(rules, promisedBy, methods),
  };
}

/** What may still be promised of an order's money, were no bank to have any of it. */
export function refundableMinor(order: OrderFacts): number {
  const { capturedMinor, refundReservedMinor, heldMinor, keptMinor, atBank } = order;
  const reservedMinor = refundReservedMinor - waitingAtBank(atBank);
  return Math.max(0, capturedMinor - reservedMinor - heldMinor - keptMinor);
}

const waitingAtBank = (bank: OrderFacts["atBank"]): number =>
  bank ? Math.min(bank.waitingMinor, bank.disputedMinor + bank.goneMinor) : 0;

/** What of an order's money can be owed: at once, or once a bank has decided. */
export function roomOf(order: OrderFacts): Room {
  const { capturedMinor, refundReservedMinor, heldMinor, keptMinor, atBank } = order;
  return roomBeside(capturedMinor - refundReservedMinor - heldMinor - keptMinor, atBank);
}

/** What is due as it comes back: now, later, or from the bank; said component by component. */
export function besideBank(
  dueMinor: number,
  { waits, goneMinor }: { waits: readonly Allocation[]; goneMinor: number },
): { totalMinor: number; waitsMinor: number; components: QuoteComponent[] } {
  const waitsMinor = waits.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const all: QuoteComponent[] = [
    { kind: "PAID_BY_BANK", amountMinor: 0 - goneMinor },
    { kind: "WAITS_FOR_BANK", amountMinor: 0 - waitsMinor },
  ];
  return {
    totalMinor: dueMinor - waitsMinor - goneMinor,
    waitsMinor,
    components: all.filter(({ amountMinor }) => amountMinor < 0),
  };
}

/** The next units' share of what was paid beyond the list, or below it. */
export const differenceOfUnits = (line: LineFacts, quantity: number): number =>
  shareOfUnits(line.paidDifferenceMinor ?? 0, line.quantity, takenUnits(line), quantity);

/** Whether nothing of the order is left after these units. */
export function takesTheLast(order: OrderFacts, units: readonly UnitsOfLine[]): boolean {
  return order.lines.every((line) => {
    const taken = units.find(({ lineId }) => lineId === line.lineId)?.quantity ?? 0;
    return takenUnits(line) + taken === line.quantity;
  });
}

type QuotedLine = { line: LineFacts; lineId: string; quantity: number; amountMinor: number };

/** What the total is made of; what rounding or the capture adds or takes is said, not hidden. */
function componentsOf(
  lines: readonly QuotedLine[],
  ofLines: number,
  totalMinor: number,
): QuoteComponent[] {
  const share = (pick: (line: LineFacts) => number) =>
    lines.reduce(
      (sum, { line, quantity }) =>
        sum + shareOfUnits(pick(line), line.quantity, takenUnits(line), quantity),
      0,
    );
  const items = lines.reduce((sum, { line, quantity }) => sum + line.unitPriceMinor * quantity, 0);
  const discount = 0 - share((line) => line.discountMinor);
  const tax = share((line) => line.taxMinor);
  const beyond = lines.reduce(
    (sum, { line, quantity }) => sum + differenceOfUnits(line, quantity),
    0,
  );
  const shipping = ofLines - items - discount - tax - beyond;
  const all: QuoteComponent[] = [
    { kind: "ITEMS", amountMinor: items },
    { kind: "DISCOUNT", amountMinor: discount },
    { kind: "TAX", amountMinor: tax },
    { kind: "SHIPPING", amountMinor: shipping },
    { kind: "PAID_DIFFERENCE", amountMinor: beyond },
    { kind: "DIFFERENCE", amountMinor: totalMinor - ofLines },
  ];
  return all.filter(({ kind, amountMinor }) => kind === "ITEMS" || amountMinor !== 0);
}

/** Puts the difference to the capture on the lines, none of which goes below zero. */
function spread(lines: readonly QuotedLine[], difference: number) {
  let open = difference;
  return lines.map(({ lineId, quantity, amountMinor }) => {
    const change = Math.max(open, -amountMinor);
    open -= change;
    return { lineId, quantity, amountMinor: amountMinor + change };
  });
}
