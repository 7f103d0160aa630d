import type { LimitRole } from "@makegood/domain/limit/limit-setting";
import { type GoodwillReason, goodwillReasonWords } from "@makegood/domain/refund/goodwill";
import type { StopScope } from "@makegood/domain/stop/stop-switch";
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
  theOrder: string;
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
  approvals: string;
  approvalsHint: string;
  noApprovals: string;
  noApprovalsHint: string;
  answerBy: string;
  notMadeOtherwise: string;
  askedBy: (name: string) => string;
  approve: string;
  decline: string;
  declineInstead: string;
  declineWhy: string;
  back: string;
  refundKind: string;
  refundDue: string;
  refundGoodwill: string;
  refundAsk: string;
  goodwillWhy: string;
  goodwillNote: string;
  goodwillReasons: Record<GoodwillReason, string>;
  borneBy: string;
  marketplace: string;
  lookedAtChanges: string;
  promisedBy: string;
  atBankBy: string;
  needsSecond: string;
  yourLimit: string;
  leftToday: string;
  controls: string;
  stops: string;
  stopsHint: string;
  noStops: string;
  noStopsHint: string;
  leadsOnly: string;
  stopScopes: Record<StopScope, string>;
  liftsItself: string;
  nothingHeld: string;
  held: (count: number) => string;
  nextPromise: string;
  atRisk: (count: number) => string;
  lift: string;
  liftWhy: string;
  stopNow: string;
  stopDo: string;
  stopWhy: string;
  stopWhat: string;
  stopHowLong: string;
  hours: (count: number) => string;
  shopId: string;
  shopIdHint: string;
  stopShop: string;
  takeBack: string;
  takeBackWhy: string;
  providerName: string;
  limits: string;
  limitsHint: string;
  role: string;
  limitRoles: Record<LimitRole, string>;
  alsoHere: (names: string) => string;
  alsoActing: (names: string) => string;
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
  theOrder: "The order",
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
  approvals: "Approvals",
  approvalsHint: "Refunds above somebody's limit. The money is reserved; a second person answers.",
  noApprovals: "Nothing waits for a second person",
  noApprovalsHint: "Refunds above a limit appear here by themselves.",
  answerBy: "Answer by",
  notMadeOtherwise: "Without an answer it isn't made.",
  askedBy: (name) => `Asked by ${name},`,
  approve: "Approve the refund",
  decline: "Decline the refund",
  declineInstead: "Decline",
  declineWhy: "Why not? (for whoever asked, and the trail)",
  back: "Back",
  refundKind: "What kind of refund",
  refundDue: "It is due",
  refundGoodwill: "Goodwill",
  refundAsk: "Ask a second person",
  goodwillWhy: "Because",
  goodwillNote: "What the buyer is told",
  goodwillReasons: goodwillReasonWords.en,
  borneBy: "Paid by",
  marketplace: "the marketplace",
  lookedAtChanges: "I have seen it",
  promisedBy: "Promised by",
  atBankBy: "at the bank by",
  needsSecond: "Above your limit: a second person answers by",
  yourLimit: "You give alone, at a time",
  leftToday: "left for 24 hours",
  controls: "Controls",
  stops: "Stop switches",
  stopsHint:
    "While one is on, nothing it covers is sent to the provider. Refunds are still decided and promised; they go on by themselves afterwards.",
  noStops: "No switch is on",
  noStopsHint: "Every refund is sent as it is approved.",
  leadsOnly: "Leads and administrators set and lift switches.",
  stopScopes: { ALL: "Everything", SHOP: "One shop", PROVIDER: "One provider" },
  liftsItself: "Lifts itself",
  nothingHeld: "It holds nothing back yet.",
  held: (count) => (count === 1 ? "1 refund waits:" : `${count} refunds wait:`),
  nextPromise: "next promised by",
  atRisk: (count) => (count === 1 ? "1 promise at risk" : `${count} promises at risk`),
  lift: "Lift it",
  liftWhy: "Why can it go on? (kept in the trail)",
  stopNow: "Stop refunds",
  stopDo: "Stop them now",
  stopWhy: "Why? (for the team and the trail; buyers are not told)",
  stopWhat: "What",
  stopHowLong: "For at most",
  hours: (count) => (count < 24 ? `${count} h` : count === 24 ? "1 day" : `${count / 24} days`),
  shopId: "The shop's id",
  shopIdHint: "Filled in when you come from one of its orders.",
  takeBack: "Take it back",
  takeBackWhy: "Why? (kept in the trail)",
  stopShop: "Stop this shop's refunds",
  providerName: "The provider's name",
  limits: "Limits",
  limitsHint: "What each role gives back alone beyond what policies provide for.",
  role: "Role",
  limitRoles: {
    AGENT: "Agents",
    LEAD: "Leads",
    ADMIN: "Administrators",
    OWNER: "Shop owners",
    STAFF: "Shop staff",
    KEY: "API keys",
  },
  alsoHere: (names) => `Also looking at this order: ${names}.`,
  alsoActing: (names) => `About to move this order's money: ${names}.`,
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
  theOrder: "O pedido",
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
  approvals: "Aprovações",
  approvalsHint:
    "Reembolsos acima do limite de alguém. O dinheiro está reservado; uma segunda pessoa responde.",
  noApprovals: "Nada espera por uma segunda pessoa",
  noApprovalsHint: "Reembolsos acima de um limite aparecem aqui sozinhos.",
  answerBy: "Responder até",
  notMadeOtherwise: "Sem resposta, ele não é feito.",
  askedBy: (name) => `Pedido por ${name},`,
  approve: "Aprovar o reembolso",
  decline: "Recusar o reembolso",
  declineInstead: "Recusar",
  declineWhy: "Por que não? (para quem pediu, e fica registrado)",
  back: "Voltar",
  refundKind: "Que tipo de reembolso",
  refundDue: "É devido",
  refundGoodwill: "Cortesia",
  refundAsk: "Pedir a uma segunda pessoa",
  goodwillWhy: "Porque",
  goodwillNote: "O que o comprador lê",
  goodwillReasons: goodwillReasonWords["pt-BR"],
  borneBy: "Pago por",
  marketplace: "o marketplace",
  lookedAtChanges: "Já vi",
  promisedBy: "Prometido até",
  atBankBy: "no banco até",
  needsSecond: "Acima do seu limite: uma segunda pessoa responde até",
  yourLimit: "Você dá sozinho, por vez",
  leftToday: "restam para 24 horas",
  controls: "Controles",
  stops: "Chaves de parada",
  stopsHint:
    "Enquanto uma está ligada, nada do que ela cobre vai ao provedor. Reembolsos ainda são decididos e prometidos; depois continuam sozinhos.",
  noStops: "Nenhuma chave está ligada",
  noStopsHint: "Cada reembolso é enviado assim que aprovado.",
  leadsOnly: "Líderes e administradores ligam e desligam chaves.",
  stopScopes: { ALL: "Tudo", SHOP: "Uma loja", PROVIDER: "Um provedor" },
  liftsItself: "Desliga-se sozinha",
  nothingHeld: "Ainda não segura nada.",
  held: (count) => (count === 1 ? "1 reembolso espera:" : `${count} reembolsos esperam:`),
  nextPromise: "próximo prometido até",
  atRisk: (count) => (count === 1 ? "1 promessa em risco" : `${count} promessas em risco`),
  lift: "Desligar",
  liftWhy: "Por que pode continuar? (fica registrado)",
  stopNow: "Parar reembolsos",
  stopDo: "Parar agora",
  stopWhy: "Por quê? (para a equipe e o registro; compradores não leem)",
  stopWhat: "O quê",
  stopHowLong: "Por no máximo",
  hours: (count) => (count < 24 ? `${count} h` : count === 24 ? "1 dia" : `${count / 24} dias`),
  shopId: "O identificador da loja",
  shopIdHint: "Preenchido quando você vem de um pedido da loja.",
  takeBack: "Retirar",
  takeBackWhy: "Por quê? (fica registrado)",
  stopShop: "Parar os reembolsos desta loja",
  providerName: "O nome do provedor",
  limits: "Limites",
  limitsHint: "O que cada função devolve sozinha além do que as políticas preveem.",
  role: "Função",
  limitRoles: {
    AGENT: "Atendentes",
    LEAD: "Líderes",
    ADMIN: "Administradores",
    OWNER: "Donos de loja",
    STAFF: "Equipe da loja",
    KEY: "Chaves de API",
  },
  alsoHere: (names) => `Também olhando este pedido: ${names}.`,
  alsoActing: (names) => `Prestes a mover o dinheiro deste pedido: ${names}.`,
};

export const useAppWords = (): Words => useWords({ en, "pt-BR": pt });
