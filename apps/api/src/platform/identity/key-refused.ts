import { HeaderMap } from "@apollo/server";
import { GraphQLError } from "graphql";

/** How a socket is closed whose key does not hold, or no more. */
export const keyRefusedCode = 4403;

/** What is wrong with a key, in the words of the header by which HTTP tells it (RFC 6750, section 3). */
const problems = {
  MALFORMED: "This is no key of ours: send 'Authorization: Bearer mgk_...'.",
  UNKNOWN: "This key is unknown.",
  REVOKED: "This key was revoked.",
  EXPIRED: "This key has expired.",
  NOT_APPROVED: "This key waits for a second administrator, who has to approve it.",
} as const;

export type KeyProblem = keyof typeof problems;

/** Raised before anything is executed: a caller who sent a key is never taken for a stranger. */
export function keyRefused(problem: KeyProblem): GraphQLError {
  const words = problems[problem];
  const error = problem === "MALFORMED" ? "invalid_request" : "invalid_token";
  const challenge = `Bearer realm="makegood", error="${error}", error_description="${words}"`;
  return new GraphQLError(words, {
    extensions: {
      code: "UNAUTHENTICATED",
      problem,
      http: { status: 401, headers: new HeaderMap([["www-authenticate", challenge]]) },
    },
  });
}

/** What a thrown refusal of a key answers over plain HTTP; null for other errors. */
export function keyRefusalOf(
  error: unknown,
): { message: string; status: number; challenge: string } | null {
  if (!(error instanceof GraphQLError) || error.extensions.problem === undefined) return null;
  const http = error.extensions.http as { status: number; headers: HeaderMap };
  const challenge = http.headers.get("www-authenticate") ?? "Bearer";
  return { message: error.message, status: http.status, challenge };
}
