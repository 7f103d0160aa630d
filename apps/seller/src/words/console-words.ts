const en = {
  name: "Makegood · Seller",
  signInTitle: "Seller console",
  queue: "Queue",
  orders: "Orders",
  feedback: "Feedback",
  money: "Money",
  policy: "Policy",
  keys: "API keys",
  me: "Me",
  shop: "Shop",
  back: "Back",
  close: "Close",
  search: "Search by order, item, buyer or tracking number",
  total: "Total",
  notFound: "This isn't here",
  notFoundHint: "It does not exist, or it belongs to another shop.",
};

const pt: typeof en = {
  name: "Makegood · Vendedor",
  signInTitle: "Painel do vendedor",
  queue: "Fila",
  orders: "Pedidos",
  feedback: "Avaliações",
  money: "Dinheiro",
  policy: "Política",
  keys: "Chaves de API",
  me: "Eu",
  shop: "Loja",
  back: "Voltar",
  close: "Fechar",
  search: "Buscar por pedido, item, comprador ou rastreio",
  total: "Total",
  notFound: "Isto não está aqui",
  notFoundHint: "Não existe, ou pertence a outra loja.",
};

/** Words of the console's frame, and those that many places share. */
export const consoleWords = { en, "pt-BR": pt };
