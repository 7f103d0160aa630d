/** Of an error's own fields, those that say what it is and never what it was about. */
const told = [
  "code",
  "syscall",
  "errno",
  "status",
  "statusCode",
  "requestId",
  "constraint",
  "table",
];

interface ForLog {
  type: string;
  message: string;
  stack: string;
  [field: string]: unknown;
}

/**
 * An error as it is logged: what kind, its words, where, and why. Everything else stays out: a failed
 * statement carries its parameters, and PostgreSQL's detail quotes the row, which are names, addresses
 * and words of people.
 */
export function errorForLog(error: unknown): unknown {
  if (!(error instanceof Error))
    return typeof error === "string" ? withoutValues(error) : undefined;
  const fields = error as unknown as Record<string, unknown>;
  const driver = fields.driverError as Record<string, unknown> | undefined;
  const message = withoutValues(error.message);
  const logged: ForLog = {
    type: error.name,
    message,
    // A stack begins with the words, which are told already.
    stack: (error.stack ?? "")
      .split("\n")
      .filter((line) => /^\s+at /.test(line))
      .join("\n"),
  };
  for (const name of told) {
    const value = fields[name] ?? driver?.[name];
    if (typeof value === "string" || typeof value === "number") logged[name] = value;
  }
  if (error.cause instanceof Error) logged.cause = errorForLog(error.cause);
  if (error instanceof AggregateError) logged.errors = error.errors.map(errorForLog);
  return logged;
}

/**
 * PostgreSQL names a value that it could not read after a colon, in quotes; and libraries quote what
 * they were given. What is named by us (a constraint, a column) is quoted as well, and stays.
 */
const withoutValues = (message: string): string =>
  message
    .replace(/: "(?:[^"\\]|\\.)*"/gs, ': "…"')
    .replace(/=\(.*?\)/gs, "=(…)")
    .replace(/[^\s"'<>()]+@[^\s"'<>()]+/g, "…@…");
