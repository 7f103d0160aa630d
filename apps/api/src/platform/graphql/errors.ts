import { randomUUID } from "node:crypto";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { Logger } from "pino";
import { QueryFailedError } from "typeorm";

const statementCanceled = "57014";

/** Only what is wrong with the call is told as it is; anything else is ours, masked by an id that is also logged. */
export function maskedError(
  log: Logger,
  formatted: GraphQLFormattedError,
  error: unknown,
): GraphQLFormattedError {
  const code = formatted.extensions?.code;
  if (typeof code === "string" && code !== "INTERNAL_SERVER_ERROR") {
    const { stacktrace: _, http: __, ...extensions } = formatted.extensions ?? {};
    return { ...formatted, extensions };
  }
  const errorId = randomUUID();
  const original = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  if (original instanceof QueryFailedError && original.driverError.code === statementCanceled) {
    log.warn({ err: original, errorId, path: formatted.path }, "a statement took too long");
    return {
      message: "This took too long, and nothing was changed. Ask for less, or try again later.",
      ...(formatted.path ? { path: formatted.path } : {}),
      extensions: { code: "TOO_SLOW", errorId },
    };
  }
  log.error({ err: original, errorId, path: formatted.path }, "a request failed");
  return {
    message: `Something went wrong on our side. Please try again; if it stays, tell support this id: ${errorId}`,
    ...(formatted.path ? { path: formatted.path } : {}),
    extensions: { code: "INTERNAL_SERVER_ERROR", errorId },
  };
}
