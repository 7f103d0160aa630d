import type { Row } from "./olist/read-olist.js";

/** What the data says beside its orders, and what holds for the whole import. */
export interface Known {
  customers: ReadonlyMap<string, Row>;
  sellers: ReadonlyMap<string, Row>;
  products: ReadonlyMap<string, Row>;
  categories: ReadonlyMap<string, string>;
  reviews: ReadonlyMap<string, Row[]>;
  passwordHash: string;
  /** Added to every time of the data. Milliseconds. */
  shiftMs: number;
}

/** Words of the data as people write them. */
export const titled = (text: string) =>
  text.replaceAll("_", " ").replace(/(^|\s)\p{L}/gu, (letter) => letter.toUpperCase());
