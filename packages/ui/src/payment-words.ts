const en = {
  title: "Payment",
  authorized: "Held by the bank, not charged",
  due: "To be paid",
  dueAgain: "To be paid again",
  by: "until",
  notCharged: "Will not be charged",
  inMoney: "In money",
  canceledFree: "It is canceled at once; nothing was charged:",
  askedFree: "The seller decides. If they agree, this is not charged:",
  confirmFree: "Cancel this order",
  nothingTaken: "Nothing was charged yet, so nothing has to come back.",
  look: "I have paid: look it up",
  notSeen:
    "No payment has arrived yet. A bank slip or transfer can take some days; once it is there, it shows here by itself.",
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
  dueAgain: "A pagar de novo",
  by: "até",
  notCharged: "Não será cobrado",
  inMoney: "Em dinheiro",
  canceledFree: "É cancelado na hora; nada foi cobrado:",
  askedFree: "O vendedor decide. Se concordar, isto não é cobrado:",
  confirmFree: "Cancelar este pedido",
  nothingTaken: "Nada foi cobrado ainda, então nada precisa voltar.",
  look: "Já paguei: verificar",
  notSeen:
    "Nenhum pagamento chegou ainda. Um boleto ou transferência pode levar alguns dias; quando chegar, aparece aqui sozinho.",
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
