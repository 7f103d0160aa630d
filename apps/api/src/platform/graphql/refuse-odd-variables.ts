import { type DocumentNode, GraphQLError, visit } from "graphql";

/**
 * PostgreSQL keeps every character of Unicode but U+0000: a text with one is the caller's mistake,
 * and is told as such before anything is asked of the database.
 */
export function refuseNullCharacters(
  document: DocumentNode,
  variables: Record<string, unknown> | null | undefined,
): void {
  const path = pathTo(variables ?? {}, "$variables");
  if (path) throw bad(path);
  visit(document, {
    StringValue: ({ value }) => {
      if (value.includes("\0")) throw bad("a literal");
    },
  });
}

/** Where in a value there is a text with U+0000; null where nowhere. */
function pathTo(value: unknown, path: string): string | null {
  if (typeof value === "string") return value.includes("\0") ? path : null;
  if (typeof value !== "object" || value === null) return null;
  for (const [key, part] of Object.entries(value)) {
    const found = pathTo(part, `${path}.${key}`);
    if (found) return found;
  }
  return null;
}

const bad = (path: string) =>
  new GraphQLError(`The text at ${path} holds a null character, which no text may.`, {
    extensions: { code: "BAD_USER_INPUT", http: { status: 400 } },
  });
