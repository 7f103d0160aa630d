import { randomUUID } from "node:crypto";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { Logger } from "pino";

/** Only what is wrong with the call is told as it is; anything else is ours, masked by an id that is also logged. */
export function maskedError(
  log: Logger,
  formatted: GraphQLFormattedError,
  error: unknown,
): GraphQLFormattedError {
  const code = formatted.extensions?.code;
  if (typeof code === "string" && code !== "INTERNAL_SERVER_ERROR") {
    const { stacktrace: _, ...extensions } = formatted.extensions ?? {};
    return { ...formatted, extensions };
  }
  const errorId = randomUUID();
  const original = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  log.error({ err: original, errorId, path: formatted.path }, "a request failed");
  return {
    message: `Something went wrong on our side. Please try again; if it stays, tell support this id: ${errorId}`,
    ...(formatted.path ? { path: formatted.path } : {}),
    extensions: { code: "INTERNAL_SERVER_ERROR", errorId },
  };
}
