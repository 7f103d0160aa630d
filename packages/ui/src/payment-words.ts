const en = {
  title: "Payment",
  authorized: "Held by the bank, not charged",
  due: "To be paid",
  by: "until",
  notCharged: "Will not be charged",
  nothingTaken: "Nothing was charged yet, so nothing has to come back.",
  look: "I have paid: look it up",
  pay: "Pay now (sandbox)",
  retry: "Try the payment again",
  steps: {
    CAPTURE: { OPEN: "Being charged", SUCCEEDED: "Charged", FAILED: "Could not be charged" },
    VOID: {
      OPEN: "Being given back to the bank",
      SUCCEEDED: "Given back to the bank",
      FAILED: "Could not be given back",
    },
  },
};

const pt: typeof en = {
  title: "Pagamento",
  authorized: "Reservado no banco, não cobrado",
  due: "A pagar",
  by: "até",
  notCharged: "Não será cobrado",
  nothingTaken: "Nada foi cobrado ainda, então nada precisa voltar.",
  look: "Já paguei: verificar",
  pay: "Pagar agora (sandbox)",
  retry: "Tentar o pagamento de novo",
  steps: {
    CAPTURE: { OPEN: "Sendo cobrado", SUCCEEDED: "Cobrado", FAILED: "Não foi possível cobrar" },
    VOID: {
      OPEN: "Sendo liberado no banco",
      SUCCEEDED: "Liberado no banco",
      FAILED: "Não foi possível liberar",
    },
  },
};

export const paymentWords = { en, "pt-BR": pt };
