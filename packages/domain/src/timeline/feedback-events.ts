import { eventWords } from "./event-words.js";

/** What happens to feedback. */
export const feedbackEvents = eventWords({
  en: {
    "feedback.given": ({ data }) => `Feedback: ${data.rating ?? ""} of 5.`,
    "feedback.edited": ({ data }) => `Feedback changed: ${data.rating ?? ""} of 5.`,
    "feedback.answered": () => "The seller answered the feedback.",
  },
  "pt-BR": {
    "feedback.given": ({ data }) => `Avaliação: ${data.rating ?? ""} de 5.`,
    "feedback.edited": ({ data }) => `Avaliação alterada: ${data.rating ?? ""} de 5.`,
    "feedback.answered": () => "O vendedor respondeu à avaliação.",
  },
});
