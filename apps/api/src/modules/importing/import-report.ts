import { type OlistFile, olistFiles, type Row, type RowProblem } from "./olist/read-olist.js";

/** What became of each row of a file. */
export interface FileReport {
  rows: number;
  imported: number;
  alreadyThere: number;
  /** Said word for word by another row, and taken once. */
  repeated: number;
  refused: number;
  /** Read, but belonging to nothing that was imported. */
  unused: number;
}

/** Why something was not taken, and where that stands. */
export interface RowRefusal {
  /** The order that was refused for it; null for a row that describes something else. */
  order: string | null;
  file: OlistFile;
  line: number;
  column: string | null;
  why: string;
}

export interface ImportReport {
  files: Record<string, FileReport>;
  /** How the files were encoded and separated, where that isn't UTF-8 and a comma. */
  read: string[];
  created: Record<
    "purchases" | "orders" | "units" | "payments" | "buyers" | "shops" | "feedback",
    number
  >;
  /** What happened to orders that were there already since they were imported, by what happened. */
  updated: Record<string, number>;
  /** What the files say otherwise of orders that were there already, and could not be taken in. */
  differences: { order: string; what: string }[];
  /** Odd things that were kept with a note, by name. */
  kept: Record<string, number>;
  /** What was refused, by name. */
  refused: Record<string, number>;
  /** The same one by one. */
  refusals: RowRefusal[];
  repeated: { file: OlistFile; line: number; sameAs: number }[];
  capturedMinor: { file: number; database: number };
  shiftedByDays: number;
  /** What the rules say to every imported unit, canceled or returned now: units by outcome. */
  decisions: Record<string, number>;
}

export const emptyReport = (): ImportReport => ({
  files: {},
  read: [],
  created: { purchases: 0, orders: 0, units: 0, payments: 0, buyers: 0, shops: 0, feedback: 0 },
  updated: {},
  differences: [],
  kept: {},
  refused: {},
  refusals: [],
  repeated: [],
  capturedMinor: { file: 0, database: 0 },
  shiftedByDays: 0,
  decisions: {},
});

export const countFile = (report: ImportReport, file: string): FileReport => {
  report.files[file] ??= {
    rows: 0,
    imported: 0,
    alreadyThere: 0,
    repeated: 0,
    refused: 0,
    unused: 0,
  };
  return report.files[file];
};

export const count = (into: Record<string, number>, name: string, by = 1): void => {
  into[name] = (into[name] ?? 0) + by;
};

/** Names what was refused: the order, and the file, line and column that are the cause. */
export function refuseRow(
  report: ImportReport,
  { file, line }: Row,
  { column, why }: RowProblem,
  order: string | null = null,
): void {
  report.refusals.push({ order, file, line, column, why });
}

/** Whether each row is accounted for, the money agrees to the cent, and anything could be used. */
export function problemsOf(report: ImportReport): string[] {
  const lost = Object.entries(report.files).filter(
    ([, { rows, imported, alreadyThere, repeated, refused, unused }]) =>
      rows !== imported + alreadyThere + repeated + refused + unused,
  );
  const { file, database } = report.capturedMinor;
  const orders = countFile(report, "orders");
  return [
    ...lost.map(([name]) => `${name}: rows in are not rows accounted for`),
    ...(file === database
      ? []
      : [`captured money: ${file} in the file, ${database} in the database`]),
    ...(orders.imported + orders.alreadyThere > 0
      ? []
      : ["Nothing could be used: no order of the files was taken."]),
  ];
}

/** How many of a kind the report for people names; the others are in the report's file. */
const mostNamed = 20;

/** The report for people. */
export function reportText(report: ImportReport): string {
  const figure = (value: number) => new Intl.NumberFormat("en").format(value).padStart(9);
  const list = (values: Record<string, number>) =>
    Object.entries(values).map(([name, value]) => `  ${figure(value)}  ${name}`);
  const money = (minor: number) => `${(minor / 100).toFixed(2)} BRL`;
  const named = (lines: string[]) => [
    ...lines.slice(0, mostNamed).map((line) => `             ${line}`),
    ...(lines.length > mostNamed
      ? [`             and ${lines.length - mostNamed} more (--report FILE names them all)`]
      : []),
  ];
  const section = (title: string, lines: string[]) =>
    lines.length > 0 ? ["", title, ...lines] : [];
  return [
    "",
    "Rows                 read   imported    already   repeated    refused     unused",
    ...Object.entries(report.files).map(
      ([name, file]) =>
        `  ${name.padEnd(12)}${[file.rows, file.imported, file.alreadyThere, file.repeated, file.refused, file.unused].map(figure).join("  ")}`,
    ),
    ...section("Read as", named(report.read)),
    "",
    "Created",
    ...list(report.created),
    ...section("Happened since the last import", list(report.updated)),
    ...section(
      "Different from what is here, and left as it is here",
      named(report.differences.map(({ order, what }) => `${order}: ${what}`)),
    ),
    ...section("Kept, with a note", list(report.kept)),
    ...section("Refused", list(report.refused)),
    ...named(report.refusals.map(refusalText)),
    ...section(
      "Taken once, though the file has it twice",
      named(
        report.repeated.map(
          ({ file, line, sameAs }) => `${olistFiles[file]}, line ${line}: same as line ${sameAs}`,
        ),
      ),
    ),
    "",
    "If every buyer asked now, unit by unit",
    ...list(report.decisions),
    "",
    `Captured: ${money(report.capturedMinor.file)} in the file for what was imported, ${money(report.capturedMinor.database)} in the database.`,
    report.shiftedByDays === 0
      ? ""
      : `All times were moved by ${report.shiftedByDays.toFixed(1)} days.`,
  ].join("\n");
}

const refusalText = ({ order, file, line, column, why }: RowRefusal): string =>
  `${order === null ? "" : `order ${order}: `}${olistFiles[file]}, line ${line}${column ? `, ${column}` : ""}: ${why}`;
