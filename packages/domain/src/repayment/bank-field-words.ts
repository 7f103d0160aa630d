import type { Locale } from "../text/locale.js";

/** What is wrong with bank details, by the field that is. */
export const bankFieldWords: Record<Locale, Record<string, string>> = {
  en: {
    kind: "This kind of account can't receive this currency.",
    holder: "Please give the name of the account's owner.",
    iban: "This is no valid IBAN: a digit is wrong or missing.",
    pixKey:
      "This is no valid Pix key: CPF or CNPJ, e-mail, phone with +55, or a random key of 36 characters.",
    taxId: "This is no valid CPF or CNPJ.",
    bankCode: "A bank's code has three digits.",
    branch: "A branch has three to five digits.",
    account: "Please give the account with its check digit.",
  },
  "pt-BR": {
    kind: "Este tipo de conta não recebe esta moeda.",
    holder: "Informe o nome de quem tem a conta.",
    iban: "Este IBAN não é válido: um dígito está errado ou falta.",
    pixKey:
      "Esta chave Pix não é válida: CPF ou CNPJ, e-mail, telefone com +55 ou chave aleatória de 36 caracteres.",
    taxId: "Este CPF ou CNPJ não é válido.",
    bankCode: "O código do banco tem três dígitos.",
    branch: "A agência tem de três a cinco dígitos.",
    account: "Informe a conta com o dígito verificador.",
  },
};
