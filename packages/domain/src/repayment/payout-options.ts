import type { RefundStatus } from "../refund/refund-machine.js";
import { type BankDetailsKind, bankDetailsKindsFor } from "./bank-details.js";

/** One way to get money that could not go back the way it came. */
export type PayoutOption =
  | { readonly kind: "RETRY"; readonly amountMinor: number }
  | {
      readonly kind: "STORE_CREDIT";
      readonly amountMinor: number;
      /** What comes on top for taking credit. */
      readonly bonusMinor: number;
    }
  | {
      readonly kind: "BANK_TRANSFER";
      readonly amountMinor: number;
      readonly accounts: readonly BankDetailsKind[];
    };
export type PayoutOptionKind = PayoutOption["kind"];

/** What the options of a refund depend on; amounts in minor units of its currency. */
export interface PayoutFacts {
  readonly status: RefundStatus;
  readonly currency: string;
  /** The parts that are known to have failed or come back. */
  readonly unpaidMinor: number;
  /** Whether something of them may still be under way: then nothing is offered. */
  readonly underWay: boolean;
  /** Whether a bank transfer can be made at all. */
  readonly transfers: boolean;
  /** What store credit is topped up by, in percent. */
  readonly bonusPercent: number;
}

/**
 * How a buyer can have a refund that failed or came back. Trying the original payment again always
 * comes first, and nothing else is ever done without being chosen.
 */
export function payoutOptions(facts: PayoutFacts): PayoutOption[] {
  const { status, unpaidMinor: amountMinor } = facts;
  if ((status !== "FAILED" && status !== "REVERSED") || facts.underWay || amountMinor === 0) {
    return [];
  }
  const accounts = facts.transfers ? bankDetailsKindsFor(facts.currency) : [];
  return [
    { kind: "RETRY", amountMinor },
    ...(accounts.length > 0 ? [{ kind: "BANK_TRANSFER", amountMinor, accounts } as const] : []),
    {
      kind: "STORE_CREDIT",
      amountMinor,
      bonusMinor: Number((BigInt(amountMinor) * BigInt(facts.bonusPercent)) / 100n),
    },
  ];
}
