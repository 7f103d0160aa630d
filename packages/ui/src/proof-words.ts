import type { Locale } from "@makegood/domain/text/locale";

interface Words {
  proof: string;
  back: string;
  intro: string;
  pdf: string;
  json: string;
  copy: string;
  copied: string;
  check: string;
  expected: string;
  by: string;
  ledger: string;
  ledgerHint: string;
  place: (place: string) => string;
  missing: string;
  missingHint: string;
}

const en: Words = {
  proof: "Proof of refund",
  back: "The order",
  intro:
    "Show this to your bank or anybody else. It is signed: whoever holds it can check that it is genuine.",
  pdf: "Open as PDF",
  json: "Download as file",
  copy: "Copy the code",
  copied: "Copied",
  check: "See what others see who check it",
  expected: "Only expected so far",
  by: "by",
  ledger: "Ledger entries",
  ledgerHint: "Each with the hash by which a later change would show.",
  place: (place) => `Audit trail ${place}`,
  missing: "There is no such refund",
  missingHint: "Or it isn't yours to see.",
};

const pt: Words = {
  proof: "Comprovante de reembolso",
  back: "O pedido",
  intro:
    "Mostre ao seu banco ou a qualquer pessoa. Está assinado: quem o tem pode conferir se é autêntico.",
  pdf: "Abrir em PDF",
  json: "Baixar o arquivo",
  copy: "Copiar o código",
  copied: "Copiado",
  check: "Ver o que vê quem confere",
  expected: "Por enquanto apenas esperado",
  by: "até",
  ledger: "Lançamentos do livro-razão",
  ledgerHint: "Cada um com o hash pelo qual uma mudança posterior apareceria.",
  place: (place) => `Trilha de auditoria ${place}`,
  missing: "Este reembolso não existe",
  missingHint: "Ou você não pode vê-lo.",
};

export const proofUiWords: Record<Locale, Words> = { en, "pt-BR": pt };
