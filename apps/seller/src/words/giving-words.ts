import { goodwillReasonWords } from "@makegood/domain/refund/goodwill";

const en = {
  giveGoodwill: "Give part of it back",
  goodwillHint:
    "Nobody has a right to it: it comes out of your balance and goes back to how it was paid.",
  goodwillAmount: "Amount",
  goodwillWhy: "Because",
  goodwillReasons: goodwillReasonWords.en,
  goodwillDo: "Give it",
  goodwillAsk: "Ask a second person",
  goodwillPromised: "The buyer is promised it by",
  goodwillNeedsSecond: "Above your limit: the owner or support answers by",
  goodwillLimit: "You give alone, at a time",
  refundWaits: "A refund waits for your answer",
  answerUntil: "without an answer it isn't made after",
  approveRefund: "Approve the refund",
  declineRefund: "Decline",
  declineRefundWhy: "Why not?",
};

const pt: typeof en = {
  giveGoodwill: "Devolver uma parte",
  goodwillHint: "Ninguém tem direito a isto: sai do seu saldo e volta para como foi pago.",
  goodwillAmount: "Valor",
  goodwillWhy: "Porque",
  goodwillReasons: goodwillReasonWords["pt-BR"],
  goodwillDo: "Dar",
  goodwillAsk: "Pedir a uma segunda pessoa",
  goodwillPromised: "Prometido ao comprador até",
  goodwillNeedsSecond: "Acima do seu limite: o dono ou o suporte responde até",
  goodwillLimit: "Você dá sozinho, por vez",
  refundWaits: "Um reembolso espera a sua resposta",
  answerUntil: "sem resposta, não é feito depois de",
  approveRefund: "Aprovar o reembolso",
  declineRefund: "Recusar",
  declineRefundWhy: "Por que não?",
};

/** What a shop gives that nobody has a right to, and who answers above a limit. */
export const givingWords = { en, "pt-BR": pt };
