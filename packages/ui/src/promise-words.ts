import type {
  PromiseKind,
  PromiseOwner,
  PromiseState,
} from "@makegood/domain/promise/service-promise";
import type { Locale } from "@makegood/domain/text/locale";

interface Words {
  promises: string;
  attention: string;
  nothing: string;
  nothingHint: string;
  promised: string;
  nowExpected: string;
  kinds: Record<PromiseKind, string>;
  states: Record<PromiseState, string>;
  views: Record<"NEEDS_ATTENTION" | "AT_RISK" | "BROKEN" | "MINE", string>;
  level: (level: number) => string;
  nobody: string;
  take: string;
  release: string;
  share: string;
  shareHint: string;
  kept: string;
  late: string;
  ofDecided: (kept: number, decided: number) => string;
  open: string;
  atRisk: string;
  broken: string;
  weekly: string;
  owners: Record<PromiseOwner, string>;
  by: Record<"owner" | "kind" | "method" | "provider" | "shop", string>;
  notYet: string;
  notYetHint: string;
}

const en: Words = {
  promises: "Promises",
  attention: "At risk or broken",
  nothing: "Every promise is on time",
  nothingHint: "What is at risk or broken appears here by itself, the nearest date first.",
  promised: "Promised by",
  nowExpected: "now expected by",
  kinds: {
    REFUND: "Money back",
    SELLER_ANSWER: "Seller's answer",
    AGENT_REPLY: "Support's answer",
  },
  states: {
    OPEN: "On time",
    AT_RISK: "At risk",
    BROKEN: "Broken",
    KEPT: "Kept",
    LATE: "Kept late",
    VOID: "Not owed any more",
  },
  views: {
    NEEDS_ATTENTION: "Needs attention",
    AT_RISK: "At risk",
    BROKEN: "Broken",
    MINE: "Mine",
  },
  level: (level) => `Level ${level}`,
  nobody: "nobody has it yet",
  take: "Take it",
  release: "Release",
  share: "Promises kept",
  shareHint: "Counted on the day it was known. The last six months.",
  kept: "Kept",
  late: "Late or broken",
  ofDecided: (kept, decided) => `${kept} of ${decided}`,
  open: "On time",
  atRisk: "At risk",
  broken: "Broken, still open",
  weekly: "Week by week",
  owners: { SELLER: "Yours", SUPPORT: "Support's", MARKETPLACE: "The marketplace's" },
  by: {
    owner: "Who owed it",
    kind: "What was promised",
    method: "Payment method",
    provider: "Provider",
    shop: "Shop",
  },
  notYet: "Nothing to count yet",
  notYetHint: "As soon as a promise is kept or broken, its share is shown here.",
};

const pt: Words = {
  promises: "Promessas",
  attention: "Em risco ou quebradas",
  nothing: "Todas as promessas estão em dia",
  nothingHint:
    "O que está em risco ou quebrado aparece aqui sozinho, a data mais próxima primeiro.",
  promised: "Prometido até",
  nowExpected: "agora esperado até",
  kinds: {
    REFUND: "Dinheiro de volta",
    SELLER_ANSWER: "Resposta do vendedor",
    AGENT_REPLY: "Resposta do suporte",
  },
  states: {
    OPEN: "Em dia",
    AT_RISK: "Em risco",
    BROKEN: "Quebrada",
    KEPT: "Cumprida",
    LATE: "Cumprida com atraso",
    VOID: "Não é mais devida",
  },
  views: {
    NEEDS_ATTENTION: "Precisam de atenção",
    AT_RISK: "Em risco",
    BROKEN: "Quebradas",
    MINE: "Minhas",
  },
  level: (level) => `Nível ${level}`,
  nobody: "ninguém assumiu ainda",
  take: "Assumir",
  release: "Liberar",
  share: "Promessas cumpridas",
  shareHint: "Contadas no dia em que se soube. Os últimos seis meses.",
  kept: "Cumpridas",
  late: "Atrasadas ou quebradas",
  ofDecided: (kept, decided) => `${kept} de ${decided}`,
  open: "Em dia",
  atRisk: "Em risco",
  broken: "Quebradas, em aberto",
  weekly: "Semana a semana",
  owners: { SELLER: "Suas", SUPPORT: "Do suporte", MARKETPLACE: "Do marketplace" },
  by: {
    owner: "Quem devia",
    kind: "O que foi prometido",
    method: "Forma de pagamento",
    provider: "Provedor",
    shop: "Loja",
  },
  notYet: "Ainda não há o que contar",
  notYetHint: "Assim que uma promessa for cumprida ou quebrada, a parcela aparece aqui.",
};

export const promiseWords: Record<Locale, Words> = { en, "pt-BR": pt };
