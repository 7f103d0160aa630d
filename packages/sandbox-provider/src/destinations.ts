import type { BankDestination } from "./contract.js";

/** All that our books keep of an account. */
export function lastFourOf(destination: BankDestination): string {
  switch (destination.kind) {
    case "IBAN":
      return destination.iban.slice(-4);
    case "PIX":
      return destination.pixKey.slice(-4);
    case "BR_BANK":
      return destination.account.slice(-4);
  }
}
