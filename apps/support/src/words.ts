import { useWords } from "@makegood/ui/locale.tsx";

interface Words {
  name: string;
  signInTitle: string;
  inbox: string;
  me: string;
  views: Record<"ALL_OPEN" | "UNASSIGNED" | "MINE" | "WAITING" | "RESOLVED", string>;
  search: string;
  nothing: string;
  nothingHint: string;
  replyBy: string;
  nobody: string;
  take: string;
  resolve: string;
  metRefusal: string;
  whatBuyerSaw: string;
  order: string;
  story: string;
  refund: string;
  retryRefund: string;
  onBehalf: string;
  cancelOrder: string;
  cancelWhy: string;
  refundAmount: string;
  refundWhy: string;
  refundDo: string;
  cancelDo: string;
  paid: string;
  alreadyBack: string;
  bought: string;
  seller: string;
  policy: (shop: string) => string;
  notFound: string;
  notFoundHint: string;
  orders: string;
  books: string;
  searchOrders: string;
  done: string;
  decisions: string;
  replay: string;
  replayVersion: string;
  replayAt: string;
  replayed: string;
  notReplayable: string;
}

const en: Words = {
  name: "Makegood · Desk",
  signInTitle: "Support desk",
  inbox: "Inbox",
  me: "Me",
  views: {
    ALL_OPEN: "All open",
    UNASSIGNED: "Nobody's",
    MINE: "Mine",
    WAITING: "Waiting",
    RESOLVED: "Resolved",
  },
  search: "Search by case, order or person",
  nothing: "Nothing here",
  nothingHint: "New questions appear by themselves.",
  replyBy: "Answer by",
  nobody: "nobody has it yet",
  take: "Take it",
  resolve: "Resolve",
  metRefusal: "The buyer met this",
  whatBuyerSaw: "Decided when it was opened",
  order: "Order",
  story: "What happened",
  refund: "Refund",
  retryRefund: "Try the refund again",
  onBehalf: "On the buyer's behalf",
  cancelOrder: "Cancel what has not shipped",
  cancelWhy: "Why do you step in? (kept in the trail)",
  refundAmount: "Amount to give back",
  refundWhy: "Why? (kept in the trail)",
  refundDo: "Refund",
  cancelDo: "Cancel for the buyer",
  paid: "Paid",
  alreadyBack: "Back or on its way",
  bought: "Bought",
  seller: "from",
  policy: (shop) => `${shop}: the rules`,
  notFound: "This isn't here",
  notFoundHint: "It does not exist.",
  orders: "Orders",
  books: "Books",
  searchOrders: "Search by number, item or buyer",
  done: "Done.",
  decisions: "Why it was decided",
  replay: "Ask again",
  replayVersion: "By version",
  replayAt: "As of",
  replayed: "It would have said",
  notReplayable: "This was decided before questions were kept; it can't be asked again.",
};

const pt: Words = {
  name: "Makegood · Suporte",
  signInTitle: "Central de suporte",
  inbox: "Entrada",
  me: "Eu",
  views: {
    ALL_OPEN: "Abertos",
    UNASSIGNED: "Sem dono",
    MINE: "Meus",
    WAITING: "Esperando",
    RESOLVED: "Resolvidos",
  },
  search: "Buscar por caso, pedido ou pessoa",
  nothing: "Nada aqui",
  nothingHint: "Novas perguntas aparecem sozinhas.",
  replyBy: "Responder até",
  nobody: "ninguém assumiu ainda",
  take: "Assumir",
  resolve: "Resolver",
  metRefusal: "O comprador encontrou isto",
  whatBuyerSaw: "Decidido quando foi aberto",
  order: "Pedido",
  story: "O que aconteceu",
  refund: "Reembolso",
  retryRefund: "Tentar o reembolso de novo",
  onBehalf: "Em nome do comprador",
  cancelOrder: "Cancelar o que não foi enviado",
  cancelWhy: "Por que você intervém? (fica registrado)",
  refundAmount: "Valor a devolver",
  refundWhy: "Por quê? (fica registrado)",
  refundDo: "Reembolsar",
  cancelDo: "Cancelar pelo comprador",
  paid: "Pago",
  alreadyBack: "De volta ou a caminho",
  bought: "Comprado",
  seller: "de",
  policy: (shop) => `${shop}: as regras`,
  notFound: "Isto não está aqui",
  notFoundHint: "Não existe.",
  orders: "Pedidos",
  books: "Livros",
  searchOrders: "Buscar por número, item ou comprador",
  done: "Feito.",
  decisions: "Por que foi decidido",
  replay: "Perguntar de novo",
  replayVersion: "Pela versão",
  replayAt: "Na data",
  replayed: "Teria dito",
  notReplayable:
    "Isto foi decidido antes de guardarmos as perguntas; não dá para perguntar de novo.",
};

export const useAppWords = (): Words => useWords({ en, "pt-BR": pt });
