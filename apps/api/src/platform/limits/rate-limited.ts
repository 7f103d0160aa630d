import { HeaderMap } from "@apollo/server";
import { GraphQLError } from "graphql";

/** How a socket is closed whose caller doesn't stop, or that is one too many. */
export const tooMuchCode = 4429;

/** Raised for a caller who uses more than their share; says when to come back. */
export function rateLimited(waitMs: number): GraphQLError {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  return new GraphQLError(
    `Too much at once: try again in ${seconds} ${seconds === 1 ? "second" : "seconds"}.`,
    {
      extensions: {
        code: "RATE_LIMITED",
        retryAfterSeconds: seconds,
        http: { status: 429, headers: new HeaderMap([["retry-after", String(seconds)]]) },
      },
    },
  );
}
