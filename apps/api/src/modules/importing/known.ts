import { createHash } from "node:crypto";
import type { Row } from "./olist/read-olist.js";

/** What the data says beside its orders, and what holds for the whole import. */
export interface Known {
  customers: ReadonlyMap<string, readonly Row[]>;
  sellers: ReadonlyMap<string, Row>;
  products: ReadonlyMap<string, Row>;
  categories: ReadonlyMap<string, string>;
  /** Added to every time of the data. Milliseconds. */
  shiftMs: number;
}

/** Words of the data as people write them. */
export const titled = (text: string) =>
  text.replaceAll("_", " ").replace(/(^|\s)\p{L}/gu, (letter) => letter.toUpperCase());

const mostOfALabel = 12;

/** An id for people to read, in a name. Nothing is found by it: two may look alike. */
export const label = (id: string): string =>
  (id.length <= mostOfALabel ? id : `${id.slice(0, 6)}…${id.slice(-5)}`).toUpperCase();

/** What may stand in an e-mail address as it is; its case is lost there. */
const plain = /^[a-z0-9]{1,64}$/;

/** The part of an e-mail before its @, made from all of an id: no two ids have the same. */
export function mailboxName(id: string): string {
  if (plain.test(id)) return id;
  const digest = createHash("sha256").update(id).digest("hex");
  return `id-${BigInt(`0x${digest}`).toString(36)}`;
}
