import { eventWords } from "./event-words.js";

/** What happens to a promise that is late. */
export const promiseEvents = eventWords({
  en: {
    "refund.atRisk": ({ by, cause }) => `The promise of ${by} is at risk: ${cause}.`,
    "refund.late": ({ by, cause, expected }) =>
      `The refund was promised by ${by}, and that was not kept: ${cause}. We are sorry. It is now expected by ${expected}.`,
    "case.late": ({ by, cause, expected }) =>
      `An answer was promised by ${by}, and that was not kept: ${cause}. We are sorry. It is now expected by ${expected}.`,
  },
  "pt-BR": {
    "refund.atRisk": ({ by, cause }) => `A promessa de ${by} está em risco: ${cause}.`,
    "refund.late": ({ by, cause, expected }) =>
      `O reembolso foi prometido até ${by}, e isso não foi cumprido: ${cause}. Pedimos desculpas. Agora é esperado até ${expected}.`,
    "case.late": ({ by, cause, expected }) =>
      `Uma resposta foi prometida até ${by}, e isso não foi cumprido: ${cause}. Pedimos desculpas. Agora é esperada até ${expected}.`,
  },
});
