import type { Row } from "./read-olist.js";
import { toCount, toInstant, toMinor } from "./strict-cells.js";

/** Why an order is not taken: by its kind, and by the cell that is the cause. */
export interface Refused {
  /** The kind, as the report counts them. */
  name: string;
  row: Row;
  column: string | null;
  why: string;
}

const mostOfACell = 40;
const mostOfAnId = 200;
const quoted = (text: string) =>
  `"${text.length > mostOfACell ? `${text.slice(0, mostOfACell)}…` : text}"`;

/** Reads an order's cells strictly; the first that can't be read is why the whole order is refused. */
export class Reading {
  refused: Refused | null = null;

  constructor(private readonly now: Date) {}

  refuse(row: Row, column: string | null, name: string, why = name): void {
    this.refused ??= { name, row, column, why };
  }

  /** Whether the row itself is whole. */
  whole(rows: readonly Row[]): void {
    for (const row of rows) {
      if (row.problem) {
        this.refuse(row, row.problem.column, "a row that can't be read", row.problem.why);
      }
    }
  }

  text(row: Row, column: string): string {
    return row.cells[column] ?? "";
  }

  /** What something is called: all of it, since a part of it may be somebody else's. */
  id(row: Row, column: string): string {
    const text = this.text(row, column);
    if (text.trim() === "") this.refuse(row, column, "an id that is empty");
    if (text.length > mostOfAnId) {
      this.refuse(row, column, `an id of more than ${mostOfAnId} characters`);
    }
    return text;
  }

  /** Cents, not below zero. */
  amount(row: Row, column: string): number {
    const text = this.text(row, column);
    const amount = toMinor(text);
    if (amount === null) {
      const why = `${quoted(text)} is no amount of at most ten digits and two decimals`;
      this.refuse(row, column, "an amount that can't be read", why);
    } else if (amount < 0) {
      this.refuse(row, column, "an amount below zero", `${quoted(text)} is below zero`);
    }
    return amount ?? 0;
  }

  /** A whole number; null where none is given. */
  count(row: Row, column: string): number | null {
    const text = this.text(row, column);
    if (text.trim() === "") return null;
    const value = toCount(text);
    if (value === null) {
      this.refuse(row, column, "a number that can't be read", `${quoted(text)} is no whole number`);
    }
    return value;
  }

  /** A time; null where none is given. */
  time(row: Row, column: string): Date | null {
    const text = this.text(row, column);
    if (text.trim() === "") return null;
    const at = toInstant(text);
    if (!at) {
      const why = `${quoted(text)} is no time of the form 2018-01-31 23:59:59`;
      this.refuse(row, column, "a time that can't be read", why);
    }
    return at;
  }

  /** The time of something that happened; null where none is given. */
  past(row: Row, column: string): Date | null {
    const at = this.time(row, column);
    if (at && at > this.now) {
      const why = `${quoted(this.text(row, column))} has not come yet`;
      this.refuse(row, column, "a time in the future", why);
    }
    return at;
  }
}
