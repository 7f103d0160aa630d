import type { Locale } from "@makegood/domain/text/locale";
import type { DriftViewFragment } from "./drift.generated.ts";

interface DriftWords {
  title: string;
  intro: string;
  attention: string;
  mine: string;
  closed: string;
  none: string;
  notKnownYet: string;
  noneHint: string;
  noneMine: string;
  nothingSettled: string;
  back: string;
  compareNow: string;
  comparing: string;
  compared: (count: number, found: number) => string;
  problem: (text: string) => string;
  never: string;
  statuses: Record<DriftViewFragment["status"], string>;
  order: (number: string) => string;
  caseNumber: (number: string) => string;
  found: string;
  since: string;
  dueBy: string;
  overdueSince: string;
  nobody: string;
  take: string;
  release: string;
  next: string;
  ask: string;
  settled: string;
  book: string;
  adopt: string;
  adoptReason: string;
  openCase: string;
  caseMessage: string;
  propose: string;
  proposeReason: string;
  accept: string;
  decline: string;
  sandbox: string;
  sandboxHint: string;
  sandboxKind: string;
  sandboxForge: string;
  sandboxForged: (reference: string) => string;
  sandboxNothing: string;
  sandboxSettle: string;
  sandboxSettled: string;
  sandboxNotSettled: string;
  proposedBy: (name: string) => string;
  acceptedBy: (name: string) => string;
}

export const driftWords: Record<Locale, DriftWords> = {
  en: {
    title: "Books",
    intro:
      "Twice an hour payments, what banks hold, refunds, chargebacks and transfers are compared with the payment providers' own books. What differs stands here until it agrees again, or two people accept it.",
    attention: "To settle",
    mine: "Mine",
    closed: "Settled",
    noneMine: "You see to none",
    nothingSettled: "Nothing had to be settled yet",
    none: "The books agree",
    notKnownYet: "Nothing was compared yet",
    noneHint: "A difference with a provider's books would stand here, with what to do about it.",
    back: "Back",
    compareNow: "Compare now",
    comparing: "Comparing…",
    compared: (count, found) =>
      `${count} ${count === 1 ? "entry" : "entries"} compared, ${found} ${found === 1 ? "differs" : "differ"}`,
    problem: (text) => `Could not be finished: ${text}`,
    never: "Not compared yet.",
    statuses: {
      OPEN: "Open",
      ACCEPTANCE_PROPOSED: "Waits for a second person",
      HEALED: "Agrees again",
      ACCEPTED: "Accepted",
    },
    order: (number) => `Order ${number}`,
    caseNumber: (number) => `Case ${number}`,
    found: "Found",
    since: "settled",
    dueBy: "To be settled by",
    overdueSince: "Overdue since",
    nobody: "nobody yet",
    take: "Take it",
    release: "Release",
    next: "Next",
    ask: "Ask the provider again",
    settled: "It is settled there: ask again",
    book: "Record as unpaid",
    adopt: "Record as ours",
    adoptReason: "Why was it made at the provider?",
    openCase: "Open a case",
    caseMessage: "What the buyer should know",
    propose: "Leave it as it is",
    proposeReason: "Why may it stay as it is?",
    accept: "Accept",
    decline: "Don't accept",
    sandbox: "Sandbox: make the books differ",
    sandboxHint:
      "Changes the sandbox provider's own books, telling nobody. The next comparison finds it.",
    sandboxKind: "Difference",
    sandboxForge: "Put it into the provider's books",
    sandboxForged: (reference) => `Done: ${reference}. Compare now to find it.`,
    sandboxNothing: "Nothing in the provider's books fits that yet.",
    sandboxSettle: "Sandbox: settle it there",
    sandboxSettled: "Settled at the sandbox's provider.",
    sandboxNotSettled:
      "Nothing was changed there: this difference isn't there any more. Compare again.",
    proposedBy: (name) => `${name} proposes to leave it as it is:`,
    acceptedBy: (name) => `Accepted by ${name}.`,
  },
  "pt-BR": {
    title: "Livros",
    intro:
      "Duas vezes por hora pagamentos, o que bancos reservam, reembolsos, contestações e transferências são comparados com os livros dos próprios provedores de pagamento. O que difere fica aqui até concordar de novo, ou até duas pessoas aceitarem.",
    attention: "A resolver",
    mine: "Meus",
    closed: "Resolvidos",
    noneMine: "Você não cuida de nenhum",
    nothingSettled: "Nada precisou ser resolvido ainda",
    none: "Os livros concordam",
    notKnownYet: "Nada foi comparado ainda",
    noneHint: "Uma diferença com os livros de um provedor apareceria aqui, com o que fazer.",
    back: "Voltar",
    compareNow: "Comparar agora",
    comparing: "Comparando…",
    compared: (count, found) =>
      `${count} ${count === 1 ? "registro comparado" : "registros comparados"}, ${found} ${found === 1 ? "difere" : "diferem"}`,
    problem: (text) => `Não pôde ser concluído: ${text}`,
    never: "Ainda não comparado.",
    statuses: {
      OPEN: "Em aberto",
      ACCEPTANCE_PROPOSED: "Espera uma segunda pessoa",
      HEALED: "Concorda de novo",
      ACCEPTED: "Aceito",
    },
    order: (number) => `Pedido ${number}`,
    caseNumber: (number) => `Caso ${number}`,
    found: "Encontrado",
    since: "resolvido",
    dueBy: "A resolver até",
    overdueSince: "Atrasado desde",
    nobody: "ninguém ainda",
    take: "Assumir",
    release: "Liberar",
    next: "Próximo passo",
    ask: "Perguntar de novo ao provedor",
    settled: "Foi acertado lá: perguntar de novo",
    book: "Registrar como não pago",
    adopt: "Registrar como nosso",
    adoptReason: "Por que foi feito no provedor?",
    openCase: "Abrir um caso",
    caseMessage: "O que o comprador deve saber",
    propose: "Deixar como está",
    proposeReason: "Por que pode ficar como está?",
    accept: "Aceitar",
    decline: "Não aceitar",
    sandbox: "Sandbox: fazer os livros divergirem",
    sandboxHint:
      "Muda os livros do próprio provedor do sandbox, sem avisar ninguém. A próxima comparação encontra.",
    sandboxKind: "Diferença",
    sandboxForge: "Pôr nos livros do provedor",
    sandboxForged: (reference) => `Feito: ${reference}. Compare agora para encontrar.`,
    sandboxNothing: "Nada nos livros do provedor serve para isso ainda.",
    sandboxSettle: "Sandbox: acertar lá",
    sandboxSettled: "Acertado no provedor do sandbox.",
    sandboxNotSettled: "Nada foi alterado lá: esta diferença não existe mais. Compare de novo.",
    proposedBy: (name) => `${name} propõe deixar como está:`,
    acceptedBy: (name) => `Aceito por ${name}.`,
  },
};
