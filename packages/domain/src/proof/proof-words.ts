import type { LedgerAccount, LedgerKind } from "../ledger/account.js";
import type { RefundStatus } from "../refund/refund-machine.js";
import type { Locale } from "../text/locale.js";
import type { ExpectedStep, ProvenPayout } from "./refund-proof.js";

/** What checking a proof comes to. */
export const proofOutcomes = [
  "GENUINE",
  "OUTDATED",
  "TAMPERED",
  "LEDGER_CHANGED",
  "UNKNOWN_KEY",
  "NOT_OURS",
  "UNREADABLE",
] as const;
export type ProofOutcome = (typeof proofOutcomes)[number];

export interface ProofWords {
  title: string;
  of: string;
  amount: string;
  status: string;
  statuses: Record<RefundStatus, string>;
  settledOtherwise: string;
  decided: string;
  promised: string;
  sent: string;
  taken: string;
  notYet: string;
  goesBackTo: string;
  paidOtherwise: Record<ProvenPayout["kind"], string>;
  reference: string;
  expected: string;
  expectedSteps: Record<ExpectedStep, string>;
  by: string;
  basis: (rule: string, policy: number) => string;
  ledger: string;
  postings: Partial<Record<LedgerKind, string>>;
  accounts: Partial<Record<LedgerAccount, string>>;
  withheld: string;
  code: string;
  howToCheck: (url: string) => string;
  issued: string;
  outcomes: Record<ProofOutcome, string>;
}

const en: ProofWords = {
  title: "Proof of refund",
  of: "Order",
  amount: "Amount",
  status: "State when this was issued",
  statuses: {
    PENDING_APPROVAL: "waits for approval",
    APPROVED: "approved, not sent yet",
    PROCESSING: "sent to the payment provider",
    REQUIRES_ACTION: "waits for the buyer's details",
    SUCCEEDED: "taken by the payment network",
    FAILED: "failed",
    REVERSED: "sent back by the bank",
    ALTERNATIVE_PAYOUT: "being paid out another way",
    CANCELED: "canceled",
  },
  settledOtherwise: "paid in the way the buyer chose",
  decided: "Decided",
  promised: "Promised by",
  sent: "Sent to the provider",
  taken: "Taken by the network",
  notYet: "not yet",
  goesBackTo: "Goes back to",
  paidOtherwise: {
    STORE_CREDIT: "Given as store credit instead",
    BANK_TRANSFER: "Paid by bank transfer instead",
  },
  reference: "Reference for the bank",
  expected: "Only expected so far",
  expectedSteps: {
    TAKEN_BY_NETWORK: "The payment network takes the money",
    ON_STATEMENT: "It shows on the statement",
    PUT_RIGHT: "Support puts it right",
  },
  by: "by",
  basis: (rule, policy) => `Rests on the rule “${rule}” of the shop's policy, version ${policy}.`,
  ledger: "Ledger",
  postings: {
    REFUND_OWED: "Refund owed",
    GOODWILL_OWED: "Goodwill owed",
    REFUND_PAID: "Refund paid",
    REFUND_REVERSED: "Refund come back",
    REFUND_CANCELED: "Refund canceled",
    RETURN_LABEL: "Return label",
    CREDIT_PAID: "Given as store credit",
    CREDIT_BONUS: "Bonus of the store credit",
    TRANSFER_PAID: "Paid by bank transfer",
    TRANSFER_RETURNED: "Bank transfer come back",
    OVERPAID_BACK: "Overpaid, taken back",
    OVERPAID_BORNE: "Overpaid, borne by the marketplace",
    EXCHANGED: "Exchanged",
  },
  accounts: {
    REFUND_OWED: "owed to the buyer",
    PROVIDER_CLEARING: "held by the payment provider",
    STORE_CREDIT: "store credit",
    BANK: "paid out by bank transfer",
  },
  withheld: "between shop and marketplace: shown as a hash",
  code: "Code",
  howToCheck: (url) => `Check this proof at ${url}`,
  issued: "Issued",
  outcomes: {
    GENUINE: "This proof is genuine, and the refund stands as it says.",
    OUTDATED: "This proof is genuine, but the refund has gone on since it was issued.",
    TAMPERED: "This proof was changed after it was issued: don't rely on it.",
    LEDGER_CHANGED: "The signature is genuine, but the ledger no longer says what it did.",
    UNKNOWN_KEY: "This proof was signed by a key that is not ours.",
    NOT_OURS: "No proof with this code was issued here.",
    UNREADABLE: "This is no proof: paste the whole file, or its code.",
  },
};

const pt: ProofWords = {
  title: "Comprovante de reembolso",
  of: "Pedido",
  amount: "Valor",
  status: "Situação quando foi emitido",
  statuses: {
    PENDING_APPROVAL: "espera aprovação",
    APPROVED: "aprovado, ainda não enviado",
    PROCESSING: "enviado ao provedor de pagamento",
    REQUIRES_ACTION: "espera os dados do comprador",
    SUCCEEDED: "recebido pela rede de pagamento",
    FAILED: "falhou",
    REVERSED: "devolvido pelo banco",
    ALTERNATIVE_PAYOUT: "sendo pago de outra forma",
    CANCELED: "cancelado",
  },
  settledOtherwise: "pago da forma que o comprador escolheu",
  decided: "Decidido",
  promised: "Prometido até",
  sent: "Enviado ao provedor",
  taken: "Recebido pela rede",
  notYet: "ainda não",
  goesBackTo: "Volta para",
  paidOtherwise: {
    STORE_CREDIT: "Dado como crédito na loja",
    BANK_TRANSFER: "Pago por transferência bancária",
  },
  reference: "Referência para o banco",
  expected: "Por enquanto apenas esperado",
  expectedSteps: {
    TAKEN_BY_NETWORK: "A rede de pagamento recebe o dinheiro",
    ON_STATEMENT: "Aparece no extrato",
    PUT_RIGHT: "O suporte resolve",
  },
  by: "até",
  basis: (rule, policy) => `Baseia-se na regra “${rule}” da política da loja, versão ${policy}.`,
  ledger: "Livro-razão",
  postings: {
    REFUND_OWED: "Reembolso devido",
    GOODWILL_OWED: "Cortesia devida",
    REFUND_PAID: "Reembolso pago",
    REFUND_REVERSED: "Reembolso devolvido",
    REFUND_CANCELED: "Reembolso cancelado",
    RETURN_LABEL: "Etiqueta de devolução",
    CREDIT_PAID: "Dado como crédito na loja",
    CREDIT_BONUS: "Bônus do crédito na loja",
    TRANSFER_PAID: "Pago por transferência bancária",
    TRANSFER_RETURNED: "Transferência bancária devolvida",
    OVERPAID_BACK: "Pago a mais, recuperado",
    OVERPAID_BORNE: "Pago a mais, assumido pelo marketplace",
    EXCHANGED: "Trocado",
  },
  accounts: {
    REFUND_OWED: "devido ao comprador",
    PROVIDER_CLEARING: "com o provedor de pagamento",
    STORE_CREDIT: "crédito na loja",
    BANK: "pago por transferência bancária",
  },
  withheld: "entre loja e marketplace: mostrado como hash",
  code: "Código",
  howToCheck: (url) => `Confira este comprovante em ${url}`,
  issued: "Emitido",
  outcomes: {
    GENUINE: "Este comprovante é autêntico, e o reembolso está como ele diz.",
    OUTDATED: "Este comprovante é autêntico, mas o reembolso avançou desde a emissão.",
    TAMPERED: "Este comprovante foi alterado depois de emitido: não confie nele.",
    LEDGER_CHANGED: "A assinatura é autêntica, mas o livro-razão já não diz o mesmo.",
    UNKNOWN_KEY: "Este comprovante foi assinado por uma chave que não é nossa.",
    NOT_OURS: "Nenhum comprovante com este código foi emitido aqui.",
    UNREADABLE: "Isto não é um comprovante: cole o arquivo inteiro, ou o código.",
  },
};

const words: Record<Locale, ProofWords> = { en, "pt-BR": pt };

export const proofWords = (locale: Locale): ProofWords => words[locale];
