export type ReceivedAs = "RECEIVED" | "MISSING" | "WRONG_ITEM";
export const grades = ["A", "B", "C", "D"] as const;
export type Grade = (typeof grades)[number];

/**
 * What becomes of a returned unit as it was found: like new or opened it is sold again, used it needs
 * work first, damaged or another thing it is not.
 */
export function suggestDisposition(
  reception: ReceivedAs,
  grade: Grade,
): "RESTOCKED" | "NOT_RESTOCKED" | "PROCESSING_REQUIRED" | "MISSING" {
  if (reception === "MISSING") return "MISSING";
  if (reception === "WRONG_ITEM" || grade === "D") return "NOT_RESTOCKED";
  return grade === "C" ? "PROCESSING_REQUIRED" : "RESTOCKED";
}
