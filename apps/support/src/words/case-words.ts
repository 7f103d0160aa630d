const en = {
  awaits: "After sending, the case waits for",
  next: {
    NOBODY: "Support: we are still working on it",
    BUYER: "The buyer",
    SELLER: "The seller",
    PROVIDER: "A payment provider, bank or carrier",
    RESOLVED: "Nobody: resolve the case",
  },
  release: "Release case",
  assign: "Assign",
  assignTo: "Assign to a colleague",
  reopen: "Reopen case",
  resume: "Stop waiting",
  resolveReason: "Reason. Needed if the buyer has no answer yet. The buyer sees it.",
  resolved: "This case is resolved. Reopen it to write to the buyer.",
  closed: "This case is closed. A new message from the buyer opens a follow-up.",
  openMatters: "Still open on this order",
  waitsUntil: "Waits until",
  lateSince: "Late since",
  followUpOf: "Follow-up of",
};

const pt: typeof en = {
  awaits: "Depois de enviar, o caso espera por",
  next: {
    NOBODY: "O suporte: ainda estamos trabalhando nisso",
    BUYER: "O comprador",
    SELLER: "O vendedor",
    PROVIDER: "Um provedor de pagamento, banco ou transportadora",
    RESOLVED: "Ninguém: resolver o caso",
  },
  release: "Liberar caso",
  assign: "Atribuir",
  assignTo: "Atribuir a um colega",
  reopen: "Reabrir caso",
  resume: "Parar de esperar",
  resolveReason: "Motivo. Necessário se o comprador ainda não tem resposta. O comprador o vê.",
  resolved: "Este caso está resolvido. Reabra-o para escrever ao comprador.",
  closed: "Este caso está encerrado. Uma nova mensagem do comprador abre uma continuação.",
  openMatters: "Ainda em aberto neste pedido",
  waitsUntil: "Espera até",
  lateSince: "Atrasado desde",
  followUpOf: "Continuação de",
};

/** What an agent does with a case. */
export const caseWords = { en, "pt-BR": pt };
