import type { Refusal } from "@makegood/domain/refusal/refusal";
import {
  type BankDetails,
  type BankDetailsKind,
  bankDetailsKindsFor,
} from "@makegood/domain/repayment/bank-details";
import { cleanText } from "@makegood/domain/text/clean-text";
import { cnpj, cpf } from "cpf-cnpj-validator";
import { electronicFormatIBAN, isValidIBAN } from "ibantools";

/** What was typed; which fields are needed depends on the kind. */
export interface TypedBankDetails {
  readonly kind: BankDetailsKind;
  readonly holder: string;
  readonly iban?: string | null | undefined;
  readonly pixKey?: string | null | undefined;
  readonly taxId?: string | null | undefined;
  readonly bankCode?: string | null | undefined;
  readonly branch?: string | null | undefined;
  readonly account?: string | null | undefined;
}

type Checked = { ok: true; details: BankDetails } | { ok: false; refusal: Refusal };

const unusable = (field: string): Checked => ({
  ok: false,
  refusal: { kind: "BankDetailsUnusable", field },
});

const email = /^[^@\s]{1,64}@[^@\s]+\.[^@\s]+$/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const phone = /^\+[1-9]\d{7,14}$/;

const isTaxId = (text: string) => cpf.isValid(text) || cnpj.isValid(text);
const bare = (text: string | null | undefined) =>
  (text ?? "").replace(/[\s./-]/g, "").toUpperCase();

/**
 * A Pix key in the form the central bank's directory (DICT) keeps it: CPF or CNPJ, e-mail, phone
 * with its country, or a random key; null for what can be none of them.
 */
function pixKeyOf(typed: string): string | null {
  const text = typed.trim().toLowerCase();
  if (text.length <= 77 && email.test(text)) return text;
  if (uuid.test(text)) return text;
  const digits = text.replace(/[\s().-]/g, "");
  if (phone.test(digits)) return digits;
  return isTaxId(bare(text)) ? bare(text) : null;
}

/** Whether money of this currency can be sent there, by check digits and shapes: no bank is asked. */
export function checkBankDetails(typed: TypedBankDetails, currency: string): Checked {
  if (!bankDetailsKindsFor(currency).includes(typed.kind)) return unusable("kind");
  const name = cleanText(typed.holder, { maxLength: 140 });
  if (!name.ok) return unusable("holder");
  const holder = name.text;
  switch (typed.kind) {
    case "IBAN": {
      const iban = electronicFormatIBAN(typed.iban ?? "");
      return iban !== null && isValidIBAN(iban)
        ? { ok: true, details: { kind: "IBAN", holder, iban } }
        : unusable("iban");
    }
    case "PIX": {
      const pixKey = pixKeyOf(typed.pixKey ?? "");
      return pixKey ? { ok: true, details: { kind: "PIX", holder, pixKey } } : unusable("pixKey");
    }
    case "BR_BANK": {
      const [taxId, bankCode] = [bare(typed.taxId), bare(typed.bankCode)];
      const [branch, account] = [bare(typed.branch), bare(typed.account)];
      if (!isTaxId(taxId)) return unusable("taxId");
      if (!/^\d{3}$/.test(bankCode)) return unusable("bankCode");
      if (!/^\d{3,5}$/.test(branch)) return unusable("branch");
      if (!/^\d{3,19}[\dX]$/.test(account)) return unusable("account");
      return { ok: true, details: { kind: "BR_BANK", holder, taxId, bankCode, branch, account } };
    }
  }
}
