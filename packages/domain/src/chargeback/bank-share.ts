/** What banks have of a payment, or of one order's part of it, by chargebacks. Minor units. */
export interface BankShare {
  /** Still argued about: it waits for the bank. */
  readonly disputedMinor: number;
  /** The buyer has it from their bank: it is gone. */
  readonly goneMinor: number;
  /** What refunds that wait for a bank have reserved: it is of the two above, and counts once. */
  readonly waitingMinor: number;
}

export const nothingAtBank: BankShare = { disputedMinor: 0, goneMinor: 0, waitingMinor: 0 };

/** What can still be owed to a buyer. Minor units, neither of them negative. */
export interface Room {
  /** Can be sent at once. */
  readonly nowMinor: number;
  /** Can be owed, and is sent only if the bank decides against the chargeback. */
  readonly waitsMinor: number;
}

/**
 * What is left of money beside what banks have of it: a chargeback blocks the amount that it disputes
 * and nothing else, and takes that amount away once it is lost. `leftMinor` is what was captured less
 * all that is reserved, waiting refunds included.
 */
export function roomBeside(leftMinor: number, bank: BankShare = nothingAtBank): Room {
  const { disputedMinor, goneMinor } = bank;
  const atBankMinor = disputedMinor + goneMinor;
  // Once the bank gave it back, what waited for that is on its way like anything else.
  const waitingMinor = Math.min(bank.waitingMinor, atBankMinor);
  const nowMinor = leftMinor + waitingMinor - atBankMinor;
  const unclaimedMinor = Math.min(disputedMinor, atBankMinor - waitingMinor);
  const allMinor = Math.max(0, nowMinor + unclaimedMinor);
  const now = Math.max(0, nowMinor);
  return { nowMinor: now, waitsMinor: allMinor - now };
}

/** All that can still be owed: at once, or once a bank has decided. */
export const owableMinor = ({ nowMinor, waitsMinor }: Room): number => nowMinor + waitsMinor;
