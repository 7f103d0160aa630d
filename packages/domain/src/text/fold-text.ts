/**
 * Text as it is searched: without accents and in lower case, so that "Ação" is found by "acao". The
 * database's `fold_text` does the same.
 */
export const foldText = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase();

/** What is kept of an order or a case to be searched in. */
export const searchable = (parts: readonly (string | null)[]): string =>
  foldText(parts.filter(Boolean).join(" "));
