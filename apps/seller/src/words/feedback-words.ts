const en = {
  noFeedback: "No feedback yet",
  noFeedbackHint: "Buyers are asked once a refund has arrived; you can answer each of them here.",
  imported: "imported review",
  rating: "Rating",
  answerFeedback: "Answer",
  yourAnswer: "Your answer:",
};

const pt: typeof en = {
  noFeedback: "Nenhuma avaliação ainda",
  noFeedbackHint:
    "Compradores são convidados quando um reembolso chega; aqui você responde a cada um.",
  imported: "avaliação importada",
  rating: "Nota",
  answerFeedback: "Responder",
  yourAnswer: "Sua resposta:",
};

/** What buyers say, and the shop's answer. */
export const feedbackWords = { en, "pt-BR": pt };
