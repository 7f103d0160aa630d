import type { CancellationStatus } from "@makegood/domain/cancellation/cancellation-machine";
import type { CaseStatus } from "@makegood/domain/case/case-machine";
import type { DisputeStatus } from "@makegood/domain/dispute/dispute-machine";
import type { FinancialStatus } from "@makegood/domain/order/financial-status";
import type { OrderStatus } from "@makegood/domain/order/order-machine";
import type { PayoutStatus } from "@makegood/domain/payout/payout-machine";
import type { RefundStatus } from "@makegood/domain/refund/refund-machine";
import type { ReturnStatus } from "@makegood/domain/return/return-machine";
import type { Locale } from "@makegood/domain/text/locale";

export type AnyStatus =
  | OrderStatus
  | FinancialStatus
  | CancellationStatus
  | RefundStatus
  | ReturnStatus
  | DisputeStatus
  | CaseStatus
  | PayoutStatus;

interface Words {
  status: Record<AnyStatus, string>;
  more: string;
  stillMissing: string;
  savedViews: string;
  saveView: string;
  viewName: string;
  forgetView: string;
  retry: string;
  failed: string;
  offline: string;
  why: string;
  policy: (number: number) => string;
  fact: string;
  threshold: string;
  whatNow: string;
  promisedBy: string;
  expected: Record<"BUYER" | "OTHERS", string>;
  total: string;
  backTo: string;
  signIn: string;
  email: string;
  password: string;
  signInAs: string;
  signOut: string;
  sandboxHint: string;
  send: string;
  write: string;
  you: string;
  support: string;
  internal: string;
  reference: Record<"BUYER" | "OTHERS", (type: string) => string>;
  until: string;
  language: string;
  appearance: string;
  light: string;
  dark: string;
  system: string;
  somebody: Record<
    "BUYER" | "SELLER" | "AGENT" | "INTEGRATION" | "SYSTEM" | "PROVIDER" | "CARRIER",
    string
  >;
}

const en: Words = {
  status: {
    PENDING_PAYMENT: "Awaiting payment",
    GRACE_PERIOD: "Just bought",
    AWAITING_SHIPMENT: "To be shipped",
    PROCESSING: "In progress",
    PARTIALLY_SHIPPED: "Partly shipped",
    SHIPPED: "Shipped",
    PARTIALLY_DELIVERED: "Partly delivered",
    DELIVERY_FAILED: "Delivery failed",
    DELIVERED: "Delivered",
    COMPLETED: "Completed",
    EXPIRED: "Expired",
    CANCELED: "Canceled",
    UNPAID: "Unpaid",
    SCHEDULED: "Scheduled",
    CARRIED_OVER: "Carried over",
    AUTHORIZED: "Authorised",
    PAID: "Paid",
    PARTIALLY_REFUNDED: "Partly refunded",
    REFUNDED: "Refunded",
    VOIDED: "Voided",
    CHARGED_BACK: "Charged back",
    PENDING_SELLER: "Waiting for seller",
    AUTO_APPROVED: "Approved",
    APPROVED: "Approved",
    REJECTED: "Rejected",
    WITHDRAWN: "Taken back",
    ESCALATED: "With support",
    CLOSED: "Closed",
    STOPPING_SHIPMENT: "Stopping shipment",
    SUPERSEDED_BY_SHIPMENT: "Already shipped",
    REFUNDING: "Refund on its way",
    PENDING_APPROVAL: "To be approved",
    REQUIRES_ACTION: "Details needed",
    SUCCEEDED: "Sent back",
    FAILED: "Failed",
    REVERSED: "Came back",
    ALTERNATIVE_PAYOUT: "Other payout",
    NEW: "New",
    OPEN: "Open",
    PENDING_BUYER: "Waiting for buyer",
    ON_HOLD: "On hold",
    RESOLVED: "Resolved",
    MERGED: "Merged",
    REQUESTED: "Asked for",
    INFO_REQUESTED: "Question to the buyer",
    OFFER_PENDING: "Offer made",
    IN_TRANSIT: "On its way back",
    LOST_IN_TRANSIT: "Lost on the way",
    RECEIVED: "With the seller",
    INSPECTED: "Inspected",
    PARTIALLY_ACCEPTED: "Accepted in part",
    RECEIPT_REJECTED: "Not accepted",
    REFUND_PENDING: "Refund on its way",
    OPENED: "Dispute opened",
    AWAITING_SELLER_RESPONSE: "Seller is heard",
    EVIDENCE: "Evidence",
    UNDER_REVIEW: "Support looks at it",
    DECIDED_BUYER: "For the buyer",
    DECIDED_SELLER: "For the seller",
    DECIDED_SPLIT: "Split",
    APPEAL_WINDOW: "Ruled",
    APPEALED: "Appealed",
    FINAL: "Final",
    AGREED: "Agreed",
  },
  more: "Show more",
  stillMissing: "Still missing:",
  savedViews: "Your views",
  saveView: "Save this view",
  viewName: "Its name",
  forgetView: "Forget",
  retry: "Try again",
  failed: "This could not be loaded.",
  offline: "Connection lost. Reconnecting; nothing is lost.",
  why: "Why?",
  policy: (number) => `Policy version ${number}`,
  fact: "fact",
  threshold: "against",
  whatNow: "What you can do",
  promisedBy: "Promised by",
  expected: { BUYER: "On your statement by", OTHERS: "On the buyer's statement by" },
  total: "You get back",
  backTo: "Back to",
  signIn: "Sign in",
  email: "E-mail",
  password: "Password",
  signInAs: "Try it as",
  signOut: "Sign out",
  sandboxHint: "This is a sandbox. Choose somebody, or type:",
  send: "Send",
  write: "Write a message",
  you: "You",
  support: "Support",
  internal: "Note for colleagues",
  reference: {
    BUYER: (type) => `Reference for your bank (${type})`,
    OTHERS: (type) => `Reference for the buyer's bank (${type})`,
  },
  until: "By",
  language: "Language",
  appearance: "Appearance",
  light: "Light",
  dark: "Dark",
  system: "As the system",
  somebody: {
    BUYER: "Buyer",
    SELLER: "Seller",
    AGENT: "Support",
    INTEGRATION: "The shop's system",
    SYSTEM: "Makegood",
    PROVIDER: "Payment provider",
    CARRIER: "Carrier",
  },
};

const pt: Words = {
  status: {
    PENDING_PAYMENT: "Aguardando pagamento",
    GRACE_PERIOD: "Recém-comprado",
    AWAITING_SHIPMENT: "A enviar",
    PROCESSING: "Em andamento",
    PARTIALLY_SHIPPED: "Enviado em parte",
    SHIPPED: "Enviado",
    PARTIALLY_DELIVERED: "Entregue em parte",
    DELIVERY_FAILED: "Entrega falhou",
    DELIVERED: "Entregue",
    COMPLETED: "Concluído",
    EXPIRED: "Expirado",
    CANCELED: "Cancelado",
    UNPAID: "Não pago",
    SCHEDULED: "Agendado",
    CARRIED_OVER: "Fica para depois",
    AUTHORIZED: "Autorizado",
    PAID: "Pago",
    PARTIALLY_REFUNDED: "Reembolsado em parte",
    REFUNDED: "Reembolsado",
    VOIDED: "Anulado",
    CHARGED_BACK: "Contestado",
    PENDING_SELLER: "Aguardando vendedor",
    AUTO_APPROVED: "Aprovado",
    APPROVED: "Aprovado",
    REJECTED: "Recusado",
    WITHDRAWN: "Retirado",
    ESCALATED: "Com o suporte",
    CLOSED: "Fechado",
    STOPPING_SHIPMENT: "Parando o envio",
    SUPERSEDED_BY_SHIPMENT: "Já enviado",
    REFUNDING: "Reembolso a caminho",
    PENDING_APPROVAL: "A aprovar",
    REQUIRES_ACTION: "Dados pendentes",
    SUCCEEDED: "Enviado de volta",
    FAILED: "Falhou",
    REVERSED: "Voltou",
    ALTERNATIVE_PAYOUT: "Outro pagamento",
    NEW: "Novo",
    OPEN: "Aberto",
    PENDING_BUYER: "Aguardando comprador",
    ON_HOLD: "Em espera",
    RESOLVED: "Resolvido",
    MERGED: "Unido",
    REQUESTED: "Pedida",
    INFO_REQUESTED: "Pergunta ao comprador",
    OFFER_PENDING: "Oferta feita",
    IN_TRANSIT: "Voltando",
    LOST_IN_TRANSIT: "Perdido no caminho",
    RECEIVED: "Com o vendedor",
    INSPECTED: "Inspecionada",
    PARTIALLY_ACCEPTED: "Aceita em parte",
    RECEIPT_REJECTED: "Não aceita",
    REFUND_PENDING: "Reembolso a caminho",
    OPENED: "Disputa aberta",
    AWAITING_SELLER_RESPONSE: "O vendedor é ouvido",
    EVIDENCE: "Provas",
    UNDER_REVIEW: "O suporte analisa",
    DECIDED_BUYER: "Para o comprador",
    DECIDED_SELLER: "Para o vendedor",
    DECIDED_SPLIT: "Dividido",
    APPEAL_WINDOW: "Decidido",
    APPEALED: "Em recurso",
    FINAL: "Final",
    AGREED: "Acordo",
  },
  more: "Mostrar mais",
  stillMissing: "Ainda falta:",
  savedViews: "Suas visões",
  saveView: "Salvar esta visão",
  viewName: "Nome",
  forgetView: "Esquecer",
  retry: "Tentar de novo",
  failed: "Não foi possível carregar.",
  offline: "Conexão perdida. Reconectando; nada se perde.",
  why: "Por quê?",
  policy: (number) => `Política, versão ${number}`,
  fact: "fato",
  threshold: "contra",
  whatNow: "O que você pode fazer",
  promisedBy: "Prometido até",
  expected: { BUYER: "No seu extrato até", OTHERS: "No extrato do comprador até" },
  total: "Você recebe",
  backTo: "Voltar para",
  signIn: "Entrar",
  email: "E-mail",
  password: "Senha",
  signInAs: "Experimente como",
  signOut: "Sair",
  sandboxHint: "Isto é um ambiente de testes. Escolha alguém, ou digite:",
  send: "Enviar",
  write: "Escreva uma mensagem",
  you: "Você",
  support: "Suporte",
  internal: "Nota para colegas",
  reference: {
    BUYER: (type) => `Referência para o seu banco (${type})`,
    OTHERS: (type) => `Referência para o banco do comprador (${type})`,
  },
  until: "Até",
  language: "Idioma",
  appearance: "Aparência",
  light: "Claro",
  dark: "Escuro",
  system: "Como o sistema",
  somebody: {
    BUYER: "Comprador",
    SELLER: "Vendedor",
    AGENT: "Suporte",
    INTEGRATION: "Sistema da loja",
    SYSTEM: "Makegood",
    PROVIDER: "Provedor de pagamento",
    CARRIER: "Transportadora",
  },
};

/** The words that all apps share. */
export const uiWords: Record<Locale, Words> = { en, "pt-BR": pt };
