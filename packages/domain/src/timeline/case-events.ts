import { eventWords } from "./event-words.js";

/** What happens to a case. */
export const caseEvents = eventWords({
  en: {
    "case.opened": () => "Support was asked for help.",
    "case.message": () => "A new message with support.",
    "case.note": () => "A note among agents.",
    "case.taken": () => "An agent took the case.",
    "case.resolved": () => "Support resolved the case.",
  },
  "pt-BR": {
    "case.opened": () => "Foi pedida ajuda ao suporte.",
    "case.message": () => "Nova mensagem com o suporte.",
    "case.note": () => "Uma nota entre atendentes.",
    "case.taken": () => "Um atendente assumiu o caso.",
    "case.resolved": () => "O suporte resolveu o caso.",
  },
});
