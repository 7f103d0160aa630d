import { cancellationMachine } from "../cancellation/cancellation-machine.js";
import { caseMachine } from "../case/case-machine.js";
import { chargebackMachine } from "../chargeback/chargeback-machine.js";
import { disputeMachine } from "../dispute/dispute-machine.js";
import { orderMachine } from "../order/order-machine.js";
import { paymentMachine } from "../payment/payment-machine.js";
import { payoutMachine } from "../payout/payout-machine.js";
import { driftMachine } from "../reconciliation/drift-machine.js";
import { refundMachine } from "../refund/refund-machine.js";
import { returnMachine } from "../return/return-machine.js";
import type { Machine } from "./machine.js";

/** Every machine there is. */
export const machines: readonly Machine[] = [
  orderMachine,
  paymentMachine,
  cancellationMachine,
  returnMachine,
  refundMachine,
  caseMachine,
  disputeMachine,
  chargebackMachine,
  payoutMachine,
  driftMachine,
];
