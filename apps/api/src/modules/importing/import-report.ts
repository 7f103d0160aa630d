/** What became of each row of a file. */
export interface FileReport {
  rows: number;
  imported: number;
  alreadyThere: number;
  refused: number;
  /** Read, but belonging to nothing that was imported. */
  unused: number;
}

export interface ImportReport {
  files: Record<string, FileReport>;
  created: Record<
    "purchases" | "orders" | "units" | "payments" | "buyers" | "shops" | "feedback",
    number
  >;
  /** Odd things that were kept with a note, by name. */
  kept: Record<string, number>;
  /** What was refused, by name. */
  refused: Record<string, number>;
  capturedMinor: { file: number; database: number };
  shiftedByDays: number;
  /** What the rules say to every imported unit, canceled or returned now: units by outcome. */
  decisions: Record<string, number>;
}

export const emptyReport = (): ImportReport => ({
  files: {},
  created: { purchases: 0, orders: 0, units: 0, payments: 0, buyers: 0, shops: 0, feedback: 0 },
  kept: {},
  refused: {},
  capturedMinor: { file: 0, database: 0 },
  shiftedByDays: 0,
  decisions: {},
});

export const countFile = (report: ImportReport, file: string): FileReport => {
  report.files[file] ??= { rows: 0, imported: 0, alreadyThere: 0, refused: 0, unused: 0 };
  return report.files[file];
};

export const count = (into: Record<string, number>, name: string, by = 1): void => {
  into[name] = (into[name] ?? 0) + by;
};

/** Whether each row is accounted for, and the money agrees to the cent. */
export function problemsOf(report: ImportReport): string[] {
  const lost = Object.entries(report.files).filter(
    ([, { rows, imported, alreadyThere, refused, unused }]) =>
      rows !== imported + alreadyThere + refused + unused,
  );
  const { file, database } = report.capturedMinor;
  return [
    ...lost.map(([name]) => `${name}: rows in are not rows accounted for`),
    ...(file === database
      ? []
      : [`captured money: ${file} in the file, ${database} in the database`]),
  ];
}

/** The report for people. */
export function reportText(report: ImportReport): string {
  const figure = (value: number) => new Intl.NumberFormat("en").format(value).padStart(9);
  const list = (values: Record<string, number>) =>
    Object.entries(values).map(([name, value]) => `  ${figure(value)}  ${name}`);
  const money = (minor: number) => `${(minor / 100).toFixed(2)} BRL`;
  return [
    "",
    "Rows                 read   imported    already    refused     unused",
    ...Object.entries(report.files).map(
      ([name, file]) =>
        `  ${name.padEnd(12)}${[file.rows, file.imported, file.alreadyThere, file.refused, file.unused].map(figure).join("  ")}`,
    ),
    "",
    "Created",
    ...list(report.created),
    "",
    "Kept, with a note",
    ...list(report.kept),
    "",
    "Refused",
    ...list(report.refused),
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
