import { countFile, type ImportReport, refuseRow } from "./import-report.js";
import { type OlistSource, type Row, rowsOf } from "./olist/read-olist.js";

/** The rows of one file by what they belong to. */
export interface Grouped {
  groups: Map<string, Row[]>;
  count: number;
}

/**
 * Reads a file into groups. A row that stands there twice is taken once and reported; two rows that
 * have one key and say different things make the second one odd: which is right is not ours to guess.
 */
export async function groupedBy(
  source: OlistSource,
  group: string,
  key: readonly string[],
  report: ImportReport,
): Promise<Grouped> {
  const groups = new Map<string, Row[]>();
  let count = 0;
  for await (const row of rowsOf(source)) {
    count++;
    const name = row.cells[group] ?? "";
    const others = groups.get(name) ?? [];
    const twin = others.find((other) => key.every((column) => sameCell(other, row, column)));
    if (twin && isSame(twin, row)) {
      reportRepeated(report, row, twin);
      continue;
    }
    others.push(twin ? { ...row, problem: row.problem ?? contradiction(twin, key) } : row);
    groups.set(name, others);
  }
  return { groups, count };
}

const sameCell = (a: Row, b: Row, column: string) => a.cells[column] === b.cells[column];

/** Whether two rows say the same in every column. */
export const isSame = (a: Row, b: Row): boolean =>
  a.problem === null &&
  b.problem === null &&
  Object.entries(a.cells).every(([column, cell]) => b.cells[column] === cell);

export const contradiction = ({ line }: Row, key: readonly string[]) => ({
  column: key.at(-1) ?? null,
  why: `line ${line} has the same ${key.join(" and ")} and says something else`,
});

/** A row that another says word for word. */
export function reportRepeated(report: ImportReport, row: Row, twin: Row): void {
  countFile(report, row.file).repeated++;
  report.repeated.push({ file: row.file, line: row.line, sameAs: twin.line });
}

/** What can't be read in a file that only describes things: the row is left out, by name. */
export function refuseOddRows({ groups }: Grouped, report: ImportReport): void {
  for (const [key, rows] of groups) {
    const whole = rows.filter((row) => row.problem === null);
    for (const row of rows) {
      if (row.problem === null) continue;
      refuseRow(report, row, row.problem);
      countFile(report, row.file).refused++;
    }
    if (whole.length > 0) groups.set(key, whole);
    else groups.delete(key);
  }
}
