const en = {
  currency: "Currency",
  perRefund: "At a time",
  perDay: "In 24 hours",
  goodwillPerDay: "Of it goodwill",
  approvalDays: "Days to answer",
  noLimit: "no limit",
  emptyIsNoLimit: "An empty amount is no limit; 0 gives nothing without a second person.",
  change: "Change",
  save: "Save",
  back: "Back",
  ofKey: "Gives goodwill alone",
  ofKeyHint: "Above it, an owner or support has to agree. No more than your own limit.",
};

const pt: typeof en = {
  currency: "Moeda",
  perRefund: "Por vez",
  perDay: "Em 24 horas",
  goodwillPerDay: "Disso, cortesia",
  approvalDays: "Dias para responder",
  noLimit: "sem limite",
  emptyIsNoLimit: "Um valor vazio é sem limite; 0 não dá nada sem uma segunda pessoa.",
  change: "Mudar",
  save: "Salvar",
  back: "Voltar",
  ofKey: "Dá cortesia sozinha",
  ofKeyHint: "Acima disso, um dono ou o suporte precisa concordar. No máximo o seu próprio limite.",
};

export const limitWords = { en, "pt-BR": pt };
