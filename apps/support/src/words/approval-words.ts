const en = {
  approvals: "Approvals",
  approvalsCount: (count: number) => (count === 0 ? "Approvals" : `Approvals (${count})`),
  approvalsHint: "Refunds above somebody's limit. The money is reserved; a second person answers.",
  noApprovals: "Nothing waits for a second person",
  noApprovalsHint: "Refunds above a limit appear here by themselves.",
  answerBy: "Answer by",
  askedBy: (name: string) => `Asked by ${name},`,
  approve: "Approve the refund",
  changes: "Changes that need a second person",
  proposedBy: (name: string) => `Proposed by ${name}, until`,
  approveChange: "Approve the change",
  declineChange: "Decline the change",
  decline: "Decline the refund",
  declineInstead: "Decline",
  declineWhy: "Why not? (for whoever asked, and the trail)",
};

const pt: typeof en = {
  approvals: "Aprovações",
  approvalsCount: (count: number) => (count === 0 ? "Aprovações" : `Aprovações (${count})`),
  approvalsHint:
    "Reembolsos acima do limite de alguém. O dinheiro está reservado; uma segunda pessoa responde.",
  noApprovals: "Nada espera por uma segunda pessoa",
  noApprovalsHint: "Reembolsos acima de um limite aparecem aqui sozinhos.",
  answerBy: "Responder até",
  askedBy: (name) => `Pedido por ${name},`,
  approve: "Aprovar o reembolso",
  changes: "Mudanças que exigem uma segunda pessoa",
  proposedBy: (name) => `Proposto por ${name}, até`,
  approveChange: "Aprovar a mudança",
  declineChange: "Recusar a mudança",
  decline: "Recusar o reembolso",
  declineInstead: "Recusar",
  declineWhy: "Por que não? (para quem pediu, e fica registrado)",
};

/** Four eyes. */
export const approvalWords = { en, "pt-BR": pt };
