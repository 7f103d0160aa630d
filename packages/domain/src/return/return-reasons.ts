import type { ReturnReasonRule } from "../policy/policy.js";

export const returnReasonCodes = [
  "CHANGED_MIND",
  "DOES_NOT_FIT",
  "BOUGHT_BY_MISTAKE",
  "ARRIVED_LATE",
  "DAMAGED",
  "DEFECTIVE",
  "WRONG_ITEM",
  "NOT_AS_DESCRIBED",
  "PARTS_MISSING",
] as const;
export type ReturnReasonCode = (typeof returnReasonCodes)[number];

/** Why something is sent back. */
export type ReturnReason = ReturnReasonRule;

const row = (
  code: ReturnReasonCode,
  fault: ReturnReason["fault"],
  photosNeeded: number,
  noteRequired: boolean,
  en: string,
  pt: string,
): ReturnReason => ({ code, fault, photosNeeded, noteRequired, label: { en, "pt-BR": pt } });

/** The marketplace's reasons: what a policy starts from, and the faults that each has to offer. */
export const returnReasons: readonly ReturnReason[] = [
  row("CHANGED_MIND", "NOBODY", 0, false, "I changed my mind", "Mudei de ideia"),
  row("DOES_NOT_FIT", "NOBODY", 0, false, "It doesn't fit", "Não serve"),
  row("BOUGHT_BY_MISTAKE", "NOBODY", 0, false, "I bought it by mistake", "Comprei por engano"),
  row("ARRIVED_LATE", "SELLER", 0, false, "It arrived too late", "Chegou tarde demais"),
  row("DAMAGED", "SELLER", 1, false, "It arrived damaged", "Chegou danificado"),
  row("DEFECTIVE", "SELLER", 0, true, "It doesn't work", "Não funciona"),
  row("WRONG_ITEM", "SELLER", 1, false, "It is another item", "É outro item"),
  row("NOT_AS_DESCRIBED", "SELLER", 1, true, "It isn't as described", "Não é como descrito"),
  row("PARTS_MISSING", "SELLER", 0, true, "Something is missing", "Falta algo"),
];

/** The reason of this code among those a policy knows; null for none, or an unknown one. */
export function returnReason(
  code: string | null,
  known: readonly ReturnReason[] = returnReasons,
): ReturnReason | null {
  return known.find((reason) => reason.code === code) ?? null;
}

export const returnRejectionReasons = [
  "NOT_OUR_ITEM",
  "USED_OR_DAMAGED_BY_BUYER",
  "NO_FAULT_FOUND",
  "CUSTOM_MADE",
  "OTHER",
] as const;
export type ReturnRejectionReason = (typeof returnRejectionReasons)[number];

/** What a seller has to show for a refusal: a photo, or words the buyer is told. */
export const rejectionEvidence: Readonly<Record<ReturnRejectionReason, "PHOTO" | "NOTE">> = {
  NOT_OUR_ITEM: "PHOTO",
  USED_OR_DAMAGED_BY_BUYER: "PHOTO",
  NO_FAULT_FOUND: "NOTE",
  CUSTOM_MADE: "NOTE",
  OTHER: "NOTE",
};
