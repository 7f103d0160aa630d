import { eventWords } from "./event-words.js";

/** What happens to a dispute. */
export const disputeEvents = eventWords({
  en: {
    "dispute.opened": () => "A dispute was opened; the seller is asked to answer.",
    "dispute.answered": () => "The seller answered the dispute.",
    "dispute.decidedForBuyer": () => "Decided for the buyer.",
    "dispute.decidedForSeller": () => "Decided for the seller.",
    "dispute.split": ({ amount }) => `Decided: ${amount} goes back to the buyer.`,
    "dispute.appealed": () => "The ruling was appealed.",
    "dispute.final": () => "The ruling is final.",
  },
  "pt-BR": {
    "dispute.opened": () => "Uma disputa foi aberta; o vendedor deve responder.",
    "dispute.answered": () => "O vendedor respondeu à disputa.",
    "dispute.decidedForBuyer": () => "Decidido a favor do comprador.",
    "dispute.decidedForSeller": () => "Decidido a favor do vendedor.",
    "dispute.split": ({ amount }) => `Decidido: ${amount} volta ao comprador.`,
    "dispute.appealed": () => "Houve recurso da decisão.",
    "dispute.final": () => "A decisão é final.",
  },
});
