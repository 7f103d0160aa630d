import { type GoodwillReason, goodwillReasonWords } from "@makegood/domain/refund/goodwill";
import { useWords } from "@makegood/ui/locale.tsx";

interface Words {
  name: string;
  signInTitle: string;
  queue: string;
  orders: string;
  feedback: string;
  money: string;
  answerFeedback: string;
  yourAnswer: string;
  policy: string;
  keys: string;
  me: string;
  shop: string;
  all: string;
  choose: string;
  approveMany: (count: number) => string;
  rejectMany: (count: number) => string;
  chooseAll: (count: number) => string;
  decidedMany: (count: number) => string;
  notDecided: (count: number) => string;
  noAnswer: string;
  close: string;
  packAndShip: string;
  nothingFits: string;
  showAll: string;
  sharedReason: string;
  noSharedReason: string;
  searchQueue: string;
  due: Record<"any" | "24" | "72", string>;
  keysHint: string;
  nothingWaits: string;
  nothingWaitsHint: string;
  kinds: Record<
    "DECIDE_CANCELLATION" | "SHIP_ORDER" | "DECIDE_RETURN" | "INSPECT_RETURN" | "ANSWER_DISPUTE",
    string
  >;
  ship: string;
  approve: string;
  reject: string;
  why: string;
  reasons: Record<"ALREADY_PACKED" | "CUSTOM_MADE" | "HANDED_TO_CARRIER" | "OTHER", string>;
  whatBuyerIsTold: string;
  cannotShip: string;
  cannotShipWhy: string;
  cannotShipReasons: Record<"OUT_OF_STOCK" | "CANNOT_SHIP" | "WRONG_PRICE" | "OTHER", string>;
  cancelAndRefund: string;
  back: string;
  wants: (units: number) => string;
  goesBack: string;
  open: string;
  search: string;
  buyer: string;
  startPacking: string;
  carrier: string;
  tracking: string;
  expectedDelivery: string;
  expectedDeliveryHint: string;
  markDelivered: string;
  canceledUnits: (count: number) => string;
  heldUnits: (count: number) => string;
  request: string;
  story: string;
  refund: string;
  noOrders: string;
  noOrdersHint: string;
  noFeedback: string;
  noFeedbackHint: string;
  imported: string;
  rating: string;
  newKey: string;
  keyName: string;
  scopes: Record<
    "ORDERS_READ" | "CANCELLATIONS_WRITE" | "FULFILMENT_WRITE" | "REFUNDS_WRITE",
    string
  >;
  make: string;
  secretOnce: string;
  copy: string;
  copied: string;
  revoke: string;
  revoked: string;
  lastUsed: string;
  neverUsed: string;
  noKeys: string;
  noKeysHint: string;
  ownersOnly: string;
  notFound: string;
  notFoundHint: string;
  total: string;
  giveGoodwill: string;
  goodwillHint: string;
  goodwillAmount: string;
  goodwillWhy: string;
  goodwillReasons: Record<GoodwillReason, string>;
  goodwillDo: string;
  goodwillAsk: string;
  goodwillPromised: string;
  goodwillNeedsSecond: string;
  goodwillLimit: string;
  refundWaits: string;
  answerUntil: string;
  approveRefund: string;
  declineRefund: string;
  declineRefundWhy: string;
}

const en: Words = {
  name: "Makegood · Seller",
  signInTitle: "Seller console",
  queue: "Queue",
  orders: "Orders",
  feedback: "Feedback",
  money: "Money",
  answerFeedback: "Answer",
  yourAnswer: "Your answer:",
  policy: "Policy",
  keys: "API keys",
  me: "Me",
  shop: "Shop",
  all: "All",
  choose: "Choose",
  approveMany: (count) => `Approve ${count} chosen`,
  rejectMany: (count) => `Reject ${count} chosen`,
  chooseAll: (count) => `Choose all that can be decided (${count})`,
  decidedMany: (count) => `${count} decided.`,
  notDecided: (count) =>
    count === 1 ? "This one could not be decided:" : `These ${count} could not be decided:`,
  noAnswer: "no answer came back. Choose it and try again: it is done once.",
  close: "Close",
  packAndShip: "Pack and ship",
  nothingFits: "Nothing fits these filters",
  showAll: "Show all that waits",
  sharedReason: "Why, for all of them",
  noSharedReason: "These have no reason in common. Choose cancellations or returns alone.",
  searchQueue: "Order, buyer or title",
  due: { any: "Any deadline", "24": "Due within a day", "72": "Due within 3 days" },
  keysHint:
    "Keys: J and K go down and up, X chooses, O opens, A approves the chosen, R rejects them.",
  nothingWaits: "Nothing waits for you",
  nothingWaitsHint: "New requests and orders appear here by themselves.",
  kinds: {
    DECIDE_CANCELLATION: "Decide a cancellation",
    SHIP_ORDER: "Pack and ship",
    DECIDE_RETURN: "Decide a return",
    INSPECT_RETURN: "Inspect a return",
    ANSWER_DISPUTE: "Answer a dispute",
  },
  ship: "Pack and ship",
  approve: "Approve",
  reject: "Reject",
  why: "Why do you reject it?",
  reasons: {
    ALREADY_PACKED: "It is packed and about to leave",
    CUSTOM_MADE: "It was made to order",
    HANDED_TO_CARRIER: "It is with the carrier",
    OTHER: "Another reason",
  },
  whatBuyerIsTold: "What the buyer is told",
  cannotShip: "I can't ship this",
  cannotShipWhy: "Why not?",
  cannotShipReasons: {
    OUT_OF_STOCK: "It is out of stock",
    CANNOT_SHIP: "It can't be shipped",
    WRONG_PRICE: "The price was wrong",
    OTHER: "Another reason",
  },
  cancelAndRefund: "Cancel it and refund the buyer",
  back: "Back",
  wants: (units) => `wants to cancel ${units} ${units === 1 ? "item" : "items"}`,
  goesBack: "goes back if you approve",
  open: "Open the order",
  search: "Search by number, item or buyer",
  buyer: "Buyer",
  startPacking: "Start packing",
  carrier: "Carrier",
  tracking: "Tracking number",
  expectedDelivery: "Expected to arrive by",
  expectedDeliveryHint: "As the carrier says, within 90 days. Without a date: ten days.",
  markDelivered: "Mark as delivered",
  canceledUnits: (count) => `${count} canceled: don't ship`,
  heldUnits: (count) => `${count} in an open request`,
  request: "Cancellation",
  story: "What happened",
  refund: "Refund",
  noOrders: "No orders here",
  noOrdersHint: "New ones appear by themselves. Try fewer words, or another state.",
  noFeedback: "No feedback yet",
  noFeedbackHint: "Buyers are asked once a refund has arrived; you can answer each of them here.",
  imported: "imported review",
  rating: "Rating",
  newKey: "New key",
  keyName: "What is it for?",
  scopes: {
    ORDERS_READ: "Read orders",
    CANCELLATIONS_WRITE: "Request cancellations",
    FULFILMENT_WRITE: "Pack and ship",
    REFUNDS_WRITE: "Give goodwill refunds",
  },
  make: "Make the key",
  secretOnce: "Copy it now: it is shown this once.",
  copy: "Copy",
  copied: "Copied",
  revoke: "Revoke",
  revoked: "Revoked",
  lastUsed: "Last used",
  neverUsed: "Never used",
  noKeys: "No keys yet",
  noKeysHint: "A key lets your own system read orders and act on them, for this shop alone.",
  ownersOnly: "Only owners of the shop make and revoke keys.",
  notFound: "This isn't here",
  notFoundHint: "It does not exist, or it belongs to another shop.",
  total: "Total",
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

const pt: Words = {
  name: "Makegood · Vendedor",
  signInTitle: "Painel do vendedor",
  queue: "Fila",
  orders: "Pedidos",
  feedback: "Avaliações",
  money: "Dinheiro",
  answerFeedback: "Responder",
  yourAnswer: "Sua resposta:",
  policy: "Política",
  keys: "Chaves de API",
  me: "Eu",
  shop: "Loja",
  all: "Todos",
  choose: "Escolher",
  approveMany: (count) => `Aprovar ${count} escolhidos`,
  rejectMany: (count) => `Recusar ${count} escolhidos`,
  chooseAll: (count) => `Escolher todos os que dá para decidir (${count})`,
  decidedMany: (count) => (count === 1 ? "1 decidido." : `${count} decididos.`),
  notDecided: (count) =>
    count === 1 ? "Este não pôde ser decidido:" : `Estes ${count} não puderam ser decididos:`,
  noAnswer: "não veio resposta. Escolha-o e tente de novo: é feito uma vez só.",
  close: "Fechar",
  packAndShip: "Embalar e enviar",
  nothingFits: "Nada com estes filtros",
  showAll: "Mostrar tudo o que espera",
  sharedReason: "Por quê, para todos",
  noSharedReason: "Estes não têm motivo em comum. Escolha só cancelamentos ou só devoluções.",
  searchQueue: "Pedido, comprador ou título",
  due: { any: "Qualquer prazo", "24": "Vence em um dia", "72": "Vence em 3 dias" },
  keysHint: "Teclas: J e K descem e sobem, X escolhe, O abre, A aprova os escolhidos, R recusa.",
  nothingWaits: "Nada espera por você",
  nothingWaitsHint: "Novos pedidos aparecem aqui sozinhos.",
  kinds: {
    DECIDE_CANCELLATION: "Decidir um cancelamento",
    SHIP_ORDER: "Embalar e enviar",
    DECIDE_RETURN: "Decidir uma devolução",
    INSPECT_RETURN: "Inspecionar uma devolução",
    ANSWER_DISPUTE: "Responder a uma disputa",
  },
  ship: "Embalar e enviar",
  approve: "Aprovar",
  reject: "Recusar",
  why: "Por que você recusa?",
  reasons: {
    ALREADY_PACKED: "Está embalado e prestes a sair",
    CUSTOM_MADE: "Foi feito sob encomenda",
    HANDED_TO_CARRIER: "Está com a transportadora",
    OTHER: "Outro motivo",
  },
  whatBuyerIsTold: "O que o comprador vai ler",
  cannotShip: "Não consigo enviar",
  cannotShipWhy: "Por que não?",
  cannotShipReasons: {
    OUT_OF_STOCK: "Está sem estoque",
    CANNOT_SHIP: "Não pode ser enviado",
    WRONG_PRICE: "O preço estava errado",
    OTHER: "Outro motivo",
  },
  cancelAndRefund: "Cancelar e reembolsar o comprador",
  back: "Voltar",
  wants: (units) => `quer cancelar ${units} ${units === 1 ? "item" : "itens"}`,
  goesBack: "volta se você aprovar",
  open: "Abrir o pedido",
  search: "Buscar por número, item ou comprador",
  buyer: "Comprador",
  startPacking: "Começar a embalar",
  carrier: "Transportadora",
  tracking: "Código de rastreio",
  expectedDelivery: "Previsto para chegar até",
  expectedDeliveryHint: "Como diz a transportadora, em até 90 dias. Sem data: dez dias.",
  markDelivered: "Marcar como entregue",
  canceledUnits: (count) => `${count} cancelados: não envie`,
  heldUnits: (count) => `${count} em um pedido aberto`,
  request: "Cancelamento",
  story: "O que aconteceu",
  refund: "Reembolso",
  noOrders: "Nenhum pedido aqui",
  noOrdersHint: "Novos aparecem sozinhos. Tente menos palavras ou outro estado.",
  noFeedback: "Nenhuma avaliação ainda",
  noFeedbackHint:
    "Compradores são convidados quando um reembolso chega; aqui você responde a cada um.",
  imported: "avaliação importada",
  rating: "Nota",
  newKey: "Nova chave",
  keyName: "Para que é?",
  scopes: {
    ORDERS_READ: "Ler pedidos",
    CANCELLATIONS_WRITE: "Pedir cancelamentos",
    FULFILMENT_WRITE: "Embalar e enviar",
    REFUNDS_WRITE: "Dar reembolsos de cortesia",
  },
  make: "Criar a chave",
  secretOnce: "Copie agora: só aparece esta vez.",
  copy: "Copiar",
  copied: "Copiado",
  revoke: "Revogar",
  revoked: "Revogada",
  lastUsed: "Último uso",
  neverUsed: "Nunca usada",
  noKeys: "Nenhuma chave ainda",
  noKeysHint: "Uma chave deixa o seu próprio sistema ler pedidos e agir, só por esta loja.",
  ownersOnly: "Só donos da loja criam e revogam chaves.",
  notFound: "Isto não está aqui",
  notFoundHint: "Não existe, ou pertence a outra loja.",
  total: "Total",
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

export const useAppWords = (): Words => useWords({ en, "pt-BR": pt });
