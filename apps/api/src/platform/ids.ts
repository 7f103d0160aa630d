import type { IdKind } from "@makegood/domain/ids/ids";
import { idPrefixes } from "@makegood/domain/ids/ids";
import { typeidUnboxed } from "typeid-js";

/** A new global id: its prefix says what it is, and ids sort by the time they were made. */
export function newId(kind: IdKind): string {
  return typeidUnboxed(idPrefixes[kind]);
}
