import { type DocumentNode, GraphQLError, visit } from "graphql";

/** How deep the input of our commands goes, and room for more. */
const deepest = 32;

/**
 * What is no text to PostgreSQL: U+0000, the one character of Unicode that it doesn't keep, and half a
 * character (a surrogate by itself), which is none.
 */
const noText = /\0|\p{Cs}/u;

/**
 * Refuses what no command can mean before anything is made of it: what is no text, and values nested
 * deeper than any input type is.
 */
export function refuseOddVariables(
  document: DocumentNode,
  variables: Record<string, unknown> | null | undefined,
): void {
  refuseIn(variables ?? {});
  visit(document, {
    StringValue: ({ value }) => {
      if (noText.test(value)) throw notText("a literal");
    },
  });
}

/** Without recursion, since how deep it goes is the caller's choice. */
function refuseIn(variables: object): void {
  const left: { value: unknown; path: string; depth: number }[] = [
    { value: variables, path: "$variables", depth: 0 },
  ];
  for (let next = left.pop(); next; next = left.pop()) {
    const { value, path, depth } = next;
    if (typeof value === "string" && noText.test(value)) throw notText(path);
    if (typeof value !== "object" || value === null) continue;
    if (depth > deepest) {
      throw bad(`The variables are nested deeper than ${deepest} levels, which no input is.`);
    }
    for (const [key, part] of Object.entries(value)) {
      if (noText.test(key)) throw notText(path);
      left.push({ value: part, path: `${path}.${key}`, depth: depth + 1 });
    }
  }
}

const notText = (path: string) =>
  bad(`The text at ${path} holds a null character or half a character, which no text may.`);

const bad = (message: string) =>
  new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT", http: { status: 400 } } });
