import type { Locale, Localized } from "../text/locale.js";

/** What the fields of inputs are called where people fill them in. Ids are nobody's to type. */
const fieldWords: Readonly<Record<string, Localized<string>>> = {
  account: { en: "the account number", "pt-BR": "o número da conta" },
  allocation: { en: "which payment goes back first", "pt-BR": "qual pagamento volta primeiro" },
  amountMinor: { en: "the amount", "pt-BR": "o valor" },
  answer: { en: "the answer", "pt-BR": "a resposta" },
  approvalBusinessDays: {
    en: "the business days for an approval",
    "pt-BR": "os dias úteis para aprovar",
  },
  bankCode: { en: "the bank's code", "pt-BR": "o código do banco" },
  body: { en: "the message", "pt-BR": "a mensagem" },
  branch: { en: "the branch", "pt-BR": "a agência" },
  carrier: { en: "the carrier", "pt-BR": "a transportadora" },
  commissionBasisPoints: { en: "the commission", "pt-BR": "a comissão" },
  creditMinor: { en: "the store credit", "pt-BR": "o crédito na loja" },
  currency: { en: "the currency", "pt-BR": "a moeda" },
  deductionMinor: { en: "the deduction", "pt-BR": "a dedução" },
  email: { en: "the e-mail address", "pt-BR": "o e-mail" },
  estimatedDeliveryBy: { en: "the expected delivery", "pt-BR": "a previsão de entrega" },
  feeBasisPoints: { en: "the provider's fee", "pt-BR": "a tarifa do provedor" },
  feeFixed: { en: "the fixed fees", "pt-BR": "as tarifas fixas" },
  from: { en: "the day from which it holds", "pt-BR": "o dia a partir do qual vale" },
  goodwillPerDayMinor: { en: "the goodwill a day", "pt-BR": "a cortesia por dia" },
  grade: { en: "the grade", "pt-BR": "o grau" },
  holder: { en: "the account's owner", "pt-BR": "quem tem a conta" },
  iban: { en: "the IBAN", "pt-BR": "o IBAN" },
  inspection: { en: "whether it is accepted", "pt-BR": "se foi aceito" },
  lineIds: { en: "the items to ship", "pt-BR": "os itens a enviar" },
  message: { en: "the message", "pt-BR": "a mensagem" },
  name: { en: "the name", "pt-BR": "o nome" },
  note: { en: "the note", "pt-BR": "a observação" },
  password: { en: "the password", "pt-BR": "a senha" },
  payoutEveryDays: { en: "the days between payouts", "pt-BR": "os dias entre repasses" },
  payoutHoldDays: { en: "the days a payout is held", "pt-BR": "os dias de retenção do repasse" },
  payoutMinimumMinor: { en: "the least payout", "pt-BR": "o repasse mínimo" },
  perDayMinor: { en: "the limit a day", "pt-BR": "o limite por dia" },
  perRefundMinor: { en: "the limit a refund", "pt-BR": "o limite por reembolso" },
  photoIds: { en: "the photos", "pt-BR": "as fotos" },
  pixKey: { en: "the Pix key", "pt-BR": "a chave Pix" },
  provider: { en: "the payment provider", "pt-BR": "o provedor de pagamento" },
  quantity: { en: "the quantity", "pt-BR": "a quantidade" },
  question: { en: "the question", "pt-BR": "a pergunta" },
  rating: { en: "the rating", "pt-BR": "a nota" },
  reason: { en: "the reason", "pt-BR": "o motivo" },
  reasonCode: { en: "the reason", "pt-BR": "o motivo" },
  refusal: { en: "the answer you got", "pt-BR": "a resposta que você recebeu" },
  response: { en: "your side of it", "pt-BR": "o seu lado" },
  role: { en: "the role", "pt-BR": "a função" },
  scopes: { en: "what the key may do", "pt-BR": "o que a chave pode fazer" },
  search: { en: "the search", "pt-BR": "a busca" },
  settlement: { en: "how it is settled", "pt-BR": "como se resolve" },
  statement: { en: "your statement", "pt-BR": "a sua declaração" },
  tags: { en: "the tags", "pt-BR": "as marcações" },
  taxId: { en: "the CPF or CNPJ", "pt-BR": "o CPF ou CNPJ" },
  trackingNumber: { en: "the tracking number", "pt-BR": "o código de rastreio" },
  units: { en: "the items", "pt-BR": "os itens" },
  until: { en: "until when", "pt-BR": "até quando" },
  wish: { en: "what you want instead", "pt-BR": "o que você quer no lugar" },
  words: { en: "the words", "pt-BR": "o texto" },
};

const itemWords: Localized<(number: number) => string> = {
  en: (number) => `item ${number}, `,
  "pt-BR": (number) => `item ${number}, `,
};

/** How a person knows a field, by its path in an input ("units.0.note"); an id keeps its code. */
export function fieldName(path: string, locale: Locale): string {
  const parts = path.split(".");
  const last = parts.findLast((part) => !/^\d+$/.test(part)) ?? path;
  const name = fieldWords[last]?.[locale] ?? last;
  const index = parts.find((part) => /^\d+$/.test(part));
  return index === undefined ? name : `${itemWords[locale](Number(index) + 1)}${name}`;
}
