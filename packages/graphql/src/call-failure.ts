import { ApolloLink } from "@apollo/client";
import type { Locale, Localized } from "@makegood/domain/text/locale";
import { type GraphQLFormattedError, OperationTypeNode } from "graphql";
import { catchError, map, throwError } from "rxjs";

interface Words {
  unreachable: string;
  /** After a command it is not known whether it was done. */
  unanswered: string;
  ours: (errorId: string | null) => string;
  signedOut: string;
  tryAgain: string;
  askAgain: string;
}

const en: Words = {
  unreachable:
    "Makegood can't be reached right now. Check your connection; nothing you filled in is lost.",
  unanswered:
    "No answer came back, so it may or may not have been done. Nothing you filled in is lost.",
  ours: (errorId) =>
    `Something went wrong on our side; nothing you filled in is lost.${errorId ? ` If it stays, tell support this id: ${errorId}` : ""}`,
  signedOut: "You were signed out meanwhile. Sign in again; nothing you filled in is lost.",
  tryAgain: "Try again: however often you do, it is done once.",
  askAgain: "Try again in a moment.",
};
const pt: Words = {
  unreachable:
    "Não conseguimos falar com o Makegood agora. Confira sua conexão; nada do que você preencheu se perde.",
  unanswered:
    "Não veio resposta, então pode ter sido feito ou não. Nada do que você preencheu se perde.",
  ours: (errorId) =>
    `Algo deu errado do nosso lado; nada do que você preencheu se perde.${errorId ? ` Se continuar, informe este código ao suporte: ${errorId}` : ""}`,
  signedOut: "Sua sessão terminou. Entre de novo; nada do que você preencheu se perde.",
  tryAgain: "Tente de novo: por mais que tente, é feito uma vez só.",
  askAgain: "Tente de novo daqui a pouco.",
};
const words: Localized<Words> = { en, "pt-BR": pt };

/** The language that the app speaks now. */
const spoken = (): Words => words[document.documentElement.lang as Locale] ?? en;

/** What is wrong with a call, where the API's own words are not for the person who made it. */
function explained(error: GraphQLFormattedError): GraphQLFormattedError {
  const say = spoken();
  const { code, errorId } = error.extensions ?? {};
  if (code === "UNAUTHENTICATED") return { ...error, message: say.signedOut };
  if (code !== "INTERNAL_SERVER_ERROR") return error;
  return { ...error, message: say.ours(typeof errorId === "string" ? errorId : null) };
}

/** Says of calls that failed what a person can do about it. */
export const explainFailures = new ApolloLink((operation, forward) =>
  forward(operation).pipe(
    map((result) => (result.errors ? { ...result, errors: result.errors.map(explained) } : result)),
    catchError((cause) => {
      const asked =
        operation.operationType === OperationTypeNode.QUERY || operation.getContext().onlyAsks;
      const say = spoken();
      return throwError(() => new Error(asked ? say.unreachable : say.unanswered, { cause }));
    }),
  ),
);

/** What there is to do about it, as refusals say it. */
export const tryAgain = () => ({ kind: "RETRY", sentence: spoken().tryAgain });
/** The same of a question. */
export const askAgain = () => ({ kind: "RETRY", sentence: spoken().askAgain });
