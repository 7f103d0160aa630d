import { eventWords } from "./event-words.js";

/** What happens to a case. */
export const caseEvents = eventWords({
  en: {
    "case.opened": () => "Support was asked for help.",
    "case.message": () => "A new message with support.",
    "case.note": () => "A note among agents.",
    "case.taken": () => "An agent took the case.",
    "case.resolved": () => "Support resolved the case.",
    "case.assigned": ({ data }) =>
      data.assignee ? `The case was assigned to ${data.assignee}.` : "The case was assigned.",
    "case.released": () => "The case has no owner now.",
    "case.resumed": () => "Support is working on the case again.",
    "case.unanswered": () => "There was no answer in time. Support looks at the case again.",
    "case.reopened": () => "The case was reopened.",
    "case.closed": () => "The case was closed. A new message opens a follow-up.",
    "order.sellerAwaited": ({ by }) =>
      `Support waits for the shop to act on this order${by ? `, until ${by}` : ""}.`,
  },
  "pt-BR": {
    "case.opened": () => "Foi pedida ajuda ao suporte.",
    "case.message": () => "Nova mensagem com o suporte.",
    "case.note": () => "Uma nota entre atendentes.",
    "case.taken": () => "Um atendente assumiu o caso.",
    "case.resolved": () => "O suporte resolveu o caso.",
    "case.assigned": ({ data }) =>
      data.assignee ? `O caso foi atribuído a ${data.assignee}.` : "O caso foi atribuído.",
    "case.released": () => "O caso está sem dono agora.",
    "case.resumed": () => "O suporte voltou a trabalhar no caso.",
    "case.unanswered": () => "Não houve resposta a tempo. O suporte olha o caso de novo.",
    "case.reopened": () => "O caso foi reaberto.",
    "case.closed": () => "O caso foi encerrado. Uma nova mensagem abre uma continuação.",
    "order.sellerAwaited": ({ by }) =>
      `O suporte espera que a loja aja neste pedido${by ? `, até ${by}` : ""}.`,
  },
});
