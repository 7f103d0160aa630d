import { assert } from "../assert.js";
import {
  lineTotalMinor,
  listedMinor,
  shareOfLine,
  takenUnits,
} from "../cancellation/cancellation-facts.js";
import type { ReturnDecision, UnitsOfLine } from "../decision/decision.js";
import { apportion, apportionUnits, shareOfUnits } from "../money/apportion.js";
import type { PolicyRules } from "../policy/policy.js";
import {
  besideBank,
  differenceOfUnits,
  type QuoteComponent,
  type RefundQuote,
  refundableMinor,
  roomOf,
  takesTheLast,
} from "../quote/quote-cancellation.js";
import {
  type AllocationStrategy,
  methodsOf,
  type PaymentFacts,
} from "../refund/allocate-refund.js";
import { expectAtBank, promiseRefund } from "../refund/promise.js";
import { splitRefund } from "../refund/split-refund.js";
import type { ReturnFacts } from "./return-facts.js";
import type { ReturnKind } from "./return-kind.js";
import type { ReturnReason } from "./return-reasons.js";

/** One unit of a return: its share of the order's money, and what of it is kept. */
export interface QuotedUnit {
  readonly lineId: string;
  /** The unit's whole share of its line, shipping included. */
  readonly grossMinor: number;
  /** Of that, what the policy keeps (shipping, fee, label). */
  readonly keptMinor: number;
}

export interface ReturnQuote extends RefundQuote {
  readonly unitShares: readonly QuotedUnit[];
}

export interface ReturnQuoteQuestion {
  readonly rules: PolicyRules;
  readonly order: ReturnFacts;
  readonly units: readonly UnitsOfLine[];
  readonly decision: Pick<ReturnDecision, "shippingPaidBy" | "statutory">;
  readonly reason: ReturnReason | null;
  /** What a label costs where the buyer pays for it; 0 without one. */
  readonly labelMinor: number;
  /** What is wanted for it, the money when left out: for goods nothing is kept, nor comes back. */
  readonly kind?: ReturnKind;
  readonly payments: readonly PaymentFacts[];
  /** To which of them it goes first; as a marketplace begins with where left out. */
  readonly allocation?: AllocationStrategy;
  /** When it is expected to be settled: the start of the promise. */
  readonly settledBy: Date;
}

/**
 * Quotes a return to the minor unit. Each unit takes its gross share of what is left of its line, so
 * that any sequence of steps sums to what was captured; what the policy keeps is taken off that
 * share and said, component by component.
 */
export function quoteReturn(question: ReturnQuoteQuestion): ReturnQuote {
  const { rules, order, units, payments, settledBy } = question;
  const lines = units.map(({ lineId, quantity }) => {
    const line = order.lines.find((candidate) => candidate.lineId === lineId);
    assert(line !== undefined, "units are of a line of the order");
    return { line, lineId, quantity, grossMinor: shareOfLine(line, quantity) };
  });
  const refundable = refundableMinor(order);
  const ofLines = lines.reduce((sum, line) => sum + line.grossMinor, 0);
  const grossMinor = takesTheLast(order, units) ? refundable : Math.min(ofLines, refundable);

  const share = (pick: (line: (typeof lines)[number]["line"]) => number) =>
    lines.map(({ line, quantity }) =>
      shareOfUnits(pick(line), line.quantity, takenUnits(line), quantity),
    );
  const sum = (parts: readonly number[]) => parts.reduce((total, part) => total + part, 0);
  const items = lines.map(({ line, quantity }) => line.unitPriceMinor * quantity);
  const discounts = share((line) => line.discountMinor);
  const taxes = share((line) => line.taxMinor);
  const beyond = lines.map(({ line, quantity }) => differenceOfUnits(line, quantity));
  const shipping = lines.map(
    ({ grossMinor: gross }, index) =>
      gross -
      (items[index] ?? 0) +
      (discounts[index] ?? 0) -
      (taxes[index] ?? 0) -
      (beyond[index] ?? 0),
  );

  const replaces = (question.kind ?? "REFUND") !== "REFUND";
  const simply = !replaces && question.reason?.fault !== "SELLER" && !question.decision.statutory;
  // What is kept is kept of what was paid: who paid less than listed loses no more in proportion.
  const paidFor = (parts: readonly number[]) =>
    sum(
      lines.map(({ line }, index) => {
        const [listed, paid] = [listedMinor(line), lineTotalMinor(line)];
        const part = parts[index] ?? 0;
        return paid < listed ? shareOf(part, paid, listed) : part;
      }),
    );
  const keptShipping = simply && !rules.returns.refundShipping ? Math.max(0, paidFor(shipping)) : 0;
  const percent = simply ? rules.returns.restockingFeePercent : 0;
  const goods = items.map((part, index) => part - (discounts[index] ?? 0));
  const fee = Math.floor((Math.max(0, paidFor(goods)) * percent) / 100);
  const paysLabel = !replaces && question.decision.shippingPaidBy === "BUYER";
  const label = paysLabel ? question.labelMinor : 0;
  const keptMinor = Math.min(grossMinor, keptShipping + fee + label);
  const dueMinor = replaces ? 0 : grossMinor - keptMinor;
  // What is kept was the shop's before any bank took something: it is no room for the buyer's money.
  const room = roomOf({ ...order, keptMinor: order.keptMinor + keptMinor });
  const { now: allocations, ...split } = splitRefund(dueMinor, room, payments, question.allocation);
  const { totalMinor, waitsMinor, components: atBank } = besideBank(dueMinor, split);

  const components: QuoteComponent[] = [
    { kind: "ITEMS", amountMinor: sum(items) },
    { kind: "DISCOUNT", amountMinor: 0 - sum(discounts) },
    { kind: "TAX", amountMinor: sum(taxes) },
    { kind: "SHIPPING", amountMinor: sum(shipping) },
    { kind: "PAID_DIFFERENCE", amountMinor: sum(beyond) },
    { kind: "DIFFERENCE", amountMinor: grossMinor - ofLines },
    ...kept(keptMinor, [
      ["SHIPPING_KEPT", keptShipping],
      ["RESTOCKING_FEE", fee],
      ["RETURN_LABEL", label],
    ]),
    { kind: "EXCHANGED", amountMinor: replaces ? 0 - grossMinor : 0 },
    ...atBank,
  ];
  const methods = methodsOf(allocations, payments);
  const promisedBy = promiseRefund(rules, settledBy, methods);
  const unitShares = spreadOverUnits(lines, grossMinor, keptMinor);
  return {
    currency: order.currency,
    totalMinor,
    waitsMinor,
    notChargedMinor: 0,
    components: components.filter(({ kind, amountMinor }) => kind === "ITEMS" || amountMinor !== 0),
    lines: lines.map(({ lineId, quantity }) => ({
      lineId,
      quantity,
      amountMinor: unitShares
        .filter((unit) => unit.lineId === lineId)
        .reduce((total, unit) => total + unit.grossMinor - unit.keptMinor, 0),
    })),
    allocations,
    promisedBy,
    expectedAtBankBy: expectAtBank(rules, promisedBy, methods),
    unitShares,
  };
}

/** A part of what was listed, as far as it was paid; rounded down. */
const shareOf = (partMinor: number, paidMinor: number, listedMinor: number): number =>
  Number((BigInt(partMinor) * BigInt(Math.max(0, paidMinor))) / BigInt(listedMinor));

/** What is kept, first to last, never more than there is. */
function kept(
  keptMinor: number,
  parts: readonly (readonly [QuoteComponent["kind"], number])[],
): QuoteComponent[] {
  let open = keptMinor;
  return parts.map(([kind, wanted]) => {
    const taken = Math.min(open, wanted);
    open -= taken;
    return { kind, amountMinor: 0 - taken };
  });
}

/** Every unit by itself, so that each can have its own outcome; the sums stay exact. */
function spreadOverUnits(
  lines: readonly { lineId: string; quantity: number; grossMinor: number }[],
  grossMinor: number,
  keptMinor: number,
): QuotedUnit[] {
  const perLine = apportion(
    grossMinor,
    lines.map((line) => Math.max(0, line.grossMinor)),
  );
  const gross = lines.flatMap(({ lineId, quantity }, index) =>
    apportionUnits(perLine[index] ?? 0, quantity).map((share) => ({ lineId, grossMinor: share })),
  );
  const keptParts = apportion(
    keptMinor,
    gross.map((unit) => unit.grossMinor),
  );
  return gross.map((unit, index) => ({ ...unit, keptMinor: keptParts[index] ?? 0 }));
}
