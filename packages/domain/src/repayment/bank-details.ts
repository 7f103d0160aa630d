/** A bank account as its owner gives it, cleaned: no spaces, no punctuation where it means nothing. */
export type BankDetails =
  | { readonly kind: "IBAN"; readonly holder: string; readonly iban: string }
  | { readonly kind: "PIX"; readonly holder: string; readonly pixKey: string }
  | {
      readonly kind: "BR_BANK";
      readonly holder: string;
      /** CPF or CNPJ of the holder; banks refuse transfers without it. */
      readonly taxId: string;
      /** Three digits by which Brazil's central bank numbers banks. */
      readonly bankCode: string;
      readonly branch: string;
      /** With its check digit. */
      readonly account: string;
    };

export const bankDetailsKinds = ["IBAN", "PIX", "BR_BANK"] as const;
export type BankDetailsKind = (typeof bankDetailsKinds)[number];

/** Currencies whose accounts have an IBAN (SWIFT's IBAN registry), as far as we pay in them. */
const ibanCurrencies = new Set([
  "EUR",
  "GBP",
  "CHF",
  "SEK",
  "NOK",
  "DKK",
  "PLN",
  "CZK",
  "HUF",
  "RON",
]);

/** In which ways money of a currency can be sent to an account; empty where we know none. */
export function bankDetailsKindsFor(currency: string): readonly BankDetailsKind[] {
  if (currency === "BRL") return ["PIX", "BR_BANK"];
  return ibanCurrencies.has(currency) ? ["IBAN"] : [];
}

const lastFour = (text: string) => `•••• ${text.slice(-4)}`;

/** All that anybody is shown of an account once it was given. */
export function maskBankDetails(details: BankDetails): string {
  switch (details.kind) {
    case "IBAN":
      return `IBAN ${details.iban.slice(0, 2)} ${lastFour(details.iban)}`;
    case "PIX":
      return `Pix ${lastFour(details.pixKey)}`;
    case "BR_BANK":
      return `${details.bankCode} ${lastFour(details.account)}`;
  }
}
