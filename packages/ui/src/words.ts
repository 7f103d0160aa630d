import type { Locale } from "@makegood/domain/text/locale";

interface Words {
  more: string;
  stillMissing: string;
  savedViews: string;
  saveView: string;
  viewName: string;
  forgetView: string;
  retry: string;
  failed: string;
  offline: string;
  newsCount: (count: number) => string;
  notLoaded: string;
  notLoadedHint: string;
  pageFailed: string;
  pageFailedHint: string;
  reload: string;
  why: string;
  policy: (number: number) => string;
  fact: string;
  threshold: string;
  whatNow: string;
  promisedBy: string;
  nowExpectedBy: string;
  paidSoFar: string;
  expected: Record<"BUYER" | "OTHERS", string>;
  total: string;
  backTo: string;
  signIn: string;
  email: string;
  password: string;
  signInAs: string;
  signOut: string;
  sandboxHint: string;
  send: string;
  write: string;
  you: string;
  support: string;
  internal: string;
  reference: Record<"BUYER" | "OTHERS", (type: string) => string>;
  until: string;
  wasDue: string;
  language: string;
  appearance: string;
  light: string;
  dark: string;
  system: string;
  somebody: Record<
    | "BUYER"
    | "SELLER"
    | "AGENT"
    | "INTEGRATION"
    | "MARKETPLACE_INTEGRATION"
    | "SYSTEM"
    | "PROVIDER"
    | "CARRIER",
    string
  >;
}

const en: Words = {
  more: "Show more",
  stillMissing: "Still missing:",
  savedViews: "Your views",
  saveView: "Save this view",
  viewName: "Its name",
  forgetView: "Forget",
  retry: "Try again",
  failed: "This could not be loaded.",
  offline: "Connection lost. Reconnecting; nothing is lost.",
  newsCount: (count) => (count === 0 ? "News" : `News (${count})`),
  notLoaded: "This page couldn't be loaded.",
  notLoadedHint: "Check your connection, then reload the page. What you filled in is saved.",
  pageFailed: "Something went wrong on this page.",
  pageFailedHint: "Reload the page. What you filled in is saved.",
  reload: "Reload page",
  why: "Why?",
  policy: (number) => `Policy version ${number}`,
  fact: "fact",
  threshold: "against",
  whatNow: "What you can do",
  promisedBy: "Promised by",
  nowExpectedBy: "Now expected by",
  paidSoFar: "Paid so far",
  expected: { BUYER: "On your statement by", OTHERS: "On the buyer's statement by" },
  total: "You get back",
  backTo: "Back to",
  signIn: "Sign in",
  email: "E-mail",
  password: "Password",
  signInAs: "Try it as",
  signOut: "Sign out",
  sandboxHint: "This is a sandbox. Choose somebody, or type:",
  send: "Send",
  write: "Write a message",
  you: "You",
  support: "Support",
  internal: "Note for colleagues",
  reference: {
    BUYER: (type) => `Reference for your bank (${type})`,
    OTHERS: (type) => `Reference for the buyer's bank (${type})`,
  },
  until: "By",
  wasDue: "Overdue since",
  language: "Language",
  appearance: "Appearance",
  light: "Light",
  dark: "Dark",
  system: "As the system",
  somebody: {
    BUYER: "Buyer",
    SELLER: "Seller",
    AGENT: "Support",
    INTEGRATION: "The shop's system",
    MARKETPLACE_INTEGRATION: "The marketplace's system",
    SYSTEM: "Makegood",
    PROVIDER: "Payment provider",
    CARRIER: "Carrier",
  },
};

const pt: Words = {
  more: "Mostrar mais",
  stillMissing: "Ainda falta:",
  savedViews: "Suas visões",
  saveView: "Salvar esta visão",
  viewName: "Nome",
  forgetView: "Esquecer",
  retry: "Tentar de novo",
  failed: "Não foi possível carregar.",
  offline: "Conexão perdida. Reconectando; nada se perde.",
  newsCount: (count) => (count === 0 ? "Novidades" : `Novidades (${count})`),
  notLoaded: "Não foi possível carregar esta página.",
  notLoadedHint: "Confira sua conexão e recarregue a página. O que você preencheu está salvo.",
  pageFailed: "Algo deu errado nesta página.",
  pageFailedHint: "Recarregue a página. O que você preencheu está salvo.",
  reload: "Recarregar página",
  why: "Por quê?",
  policy: (number) => `Política, versão ${number}`,
  fact: "fato",
  threshold: "contra",
  whatNow: "O que você pode fazer",
  promisedBy: "Prometido até",
  nowExpectedBy: "Agora esperado até",
  paidSoFar: "Pago até agora",
  expected: { BUYER: "No seu extrato até", OTHERS: "No extrato do comprador até" },
  total: "Você recebe",
  backTo: "Voltar para",
  signIn: "Entrar",
  email: "E-mail",
  password: "Senha",
  signInAs: "Experimente como",
  signOut: "Sair",
  sandboxHint: "Isto é um ambiente de testes. Escolha alguém, ou digite:",
  send: "Enviar",
  write: "Escreva uma mensagem",
  you: "Você",
  support: "Suporte",
  internal: "Nota para colegas",
  reference: {
    BUYER: (type) => `Referência para o seu banco (${type})`,
    OTHERS: (type) => `Referência para o banco do comprador (${type})`,
  },
  until: "Até",
  wasDue: "Atrasado desde",
  language: "Idioma",
  appearance: "Aparência",
  light: "Claro",
  dark: "Escuro",
  system: "Como o sistema",
  somebody: {
    BUYER: "Comprador",
    SELLER: "Vendedor",
    AGENT: "Suporte",
    INTEGRATION: "Sistema da loja",
    MARKETPLACE_INTEGRATION: "Sistema do marketplace",
    SYSTEM: "Makegood",
    PROVIDER: "Provedor de pagamento",
    CARRIER: "Transportadora",
  },
};

/** The words that all apps share. */
export const uiWords: Record<Locale, Words> = { en, "pt-BR": pt };
