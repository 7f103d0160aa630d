const en = {
  order: "Order",
  nothingFound: "No order is found by this",
  nothingFoundHint: "Try fewer words: a number, an item, or the buyer's name.",
  story: "What happened",
  theOrder: "The order",
  refund: "Refund",
  retryRefund: "Try the refund again",
  paid: "Paid",
  alreadyBack: "Back or on its way",
  bought: "Bought",
  seller: "from",
  policy: (shop: string) => `${shop}: the rules`,
  decisions: "Why it was decided",
  replay: "Ask again",
  replayVersion: "By version",
  replayAt: "As of",
  replayed: "It would have said",
  notReplayable: "This was decided before questions were kept; it can't be asked again.",
  alsoHere: (names: string) => `Also looking at this order: ${names}.`,
  alsoActing: (names: string) => `About to move this order's money: ${names}.`,
};

const pt: typeof en = {
  order: "Pedido",
  nothingFound: "Nenhum pedido encontrado",
  nothingFoundHint: "Tente menos palavras: um número, um item ou o nome do comprador.",
  story: "O que aconteceu",
  theOrder: "O pedido",
  refund: "Reembolso",
  retryRefund: "Tentar o reembolso de novo",
  paid: "Pago",
  alreadyBack: "De volta ou a caminho",
  bought: "Comprado",
  seller: "de",
  policy: (shop) => `${shop}: as regras`,
  decisions: "Por que foi decidido",
  replay: "Perguntar de novo",
  replayVersion: "Pela versão",
  replayAt: "Na data",
  replayed: "Teria dito",
  notReplayable:
    "Isto foi decidido antes de guardarmos as perguntas; não dá para perguntar de novo.",
  alsoHere: (names) => `Também olhando este pedido: ${names}.`,
  alsoActing: (names) => `Prestes a mover o dinheiro deste pedido: ${names}.`,
};

/** An order's story, and asking again why it was decided so. */
export const orderWords = { en, "pt-BR": pt };
