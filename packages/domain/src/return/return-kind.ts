/**
 * What a buyer wants for what they send back: the money, another variant, or the same anew. Whether
 * it need come back at all is another question.
 */
export const returnKinds = ["REFUND", "EXCHANGE", "REPLACEMENT"] as const;
export type ReturnKind = (typeof returnKinds)[number];
export type ReplacingKind = Exclude<ReturnKind, "REFUND">;
