import { assert } from "../assert.js";
import { nothingAtBank, owableMinor, type Room, roomBeside } from "../chargeback/bank-share.js";
import {
  type Allocation,
  type AllocationStrategy,
  allocateRefund,
  type PaymentFacts,
} from "./allocate-refund.js";

/** A refund that is due, beside what banks have of its money. */
export interface SplitRefund {
  /** Sent at once. */
  readonly now: readonly Allocation[];
  /** Sent once the bank decided against the chargeback: a refund of its own. */
  readonly waits: readonly Allocation[];
  /** What the buyer has from their bank already. Minor units. */
  readonly goneMinor: number;
}

/** What a payment can still give, beside what banks have of it. */
export const roomOfPayment = ({ capturedMinor, reservedMinor, atBank }: PaymentFacts): Room =>
  roomBeside(capturedMinor - reservedMinor, atBank);

/** What a payment was given and has not sent or promised to send, whoever has it now. */
function heldByPayment({ capturedMinor, reservedMinor, atBank = nothingAtBank }: PaymentFacts) {
  const { disputedMinor, goneMinor, waitingMinor } = atBank;
  return capturedMinor - reservedMinor + Math.min(waitingMinor, disputedMinor + goneMinor);
}

/** What these payments can send now, all in all. Minor units. */
export const sendableMinor = (payments: readonly PaymentFacts[]): number =>
  payments.reduce((sum, payment) => sum + roomOfPayment(payment).nowMinor, 0);

/**
 * Splits what is due into what is sent now, what waits for a bank, and what the buyer has from it
 * already: bounded by what is left of the order and of each payment. The parts sum to the amount.
 */
export function splitRefund(
  amountMinor: number,
  order: Room,
  payments: readonly PaymentFacts[],
  strategy?: AllocationStrategy,
): SplitRefund {
  const held = payments.reduce((sum, payment) => sum + heldByPayment(payment), 0);
  assert(amountMinor >= 0 && amountMinor <= held, "what is due lies on its purchase's payments");
  const rooms = payments.map((payment) => ({ payment, room: roomOfPayment(payment) }));
  const owable = rooms.reduce((sum, { room }) => sum + owableMinor(room), 0);
  const nowMinor = Math.min(amountMinor, order.nowMinor, sendableMinor(payments));
  const allMinor = Math.max(nowMinor, Math.min(amountMinor, owableMinor(order), owable));
  const now = fitted(nowMinor, rooms, ({ room }) => room.nowMinor, strategy);
  const sent = new Map(now.map((part) => [part.paymentId, part.amountMinor]));
  const left = ({ payment, room }: (typeof rooms)[number]) =>
    owableMinor(room) - (sent.get(payment.paymentId) ?? 0);
  const waits = fitted(allMinor - nowMinor, rooms, left, strategy);
  return { now, waits, goneMinor: amountMinor - allMinor };
}

function fitted<R extends { payment: PaymentFacts }>(
  amountMinor: number,
  rooms: readonly R[],
  leftOf: (room: R) => number,
  strategy: AllocationStrategy | undefined,
): Allocation[] {
  const open = rooms.map((room) => ({
    paymentId: room.payment.paymentId,
    method: room.payment.method,
    capturedMinor: leftOf(room),
    reservedMinor: 0,
  }));
  const allocations = allocateRefund(amountMinor, open, strategy);
  assert(allocations !== null, "no more is split than the payments have room for");
  return allocations;
}
