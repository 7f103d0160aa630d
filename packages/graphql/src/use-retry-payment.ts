import { RetryPaymentDocument } from "./payment.generated.ts";
import { useCommand } from "./use-command.ts";

/** Has the newest step of an order's payment tried again, where it failed. */
export const useRetryPayment = () => useCommand(RetryPaymentDocument);
