import { maxAliasesRule } from "@escape.tech/graphql-armor-max-aliases";
import { maxDepthRule } from "@escape.tech/graphql-armor-max-depth";
import { maxDirectivesRule } from "@escape.tech/graphql-armor-max-directives";
import {
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  specifiedRules,
  type ValidationContext,
  type ValidationRule,
} from "graphql";

/** What one request may ask for. Generous for the apps, far below what could hurt. */
export const limits = {
  depth: 14,
  aliases: 30,
  directives: 50,
  tokens: 4_000,
  bodyBytes: 256 * 1024,
  cost: 20_000,
  /** The most a list gives at once. */
  pageSize: 100,
} as const;

/** As an error of validation, beside the others; thrown, it would count as a fault of ours. */
const reported = {
  propagateOnRejection: false,
  onReject: [
    (context: ValidationContext | null, error: GraphQLError) => context?.reportError(error),
  ],
};

/** Refused before execution, with the limit named, on every transport alike. */
export const limitRules: ValidationRule[] = [
  maxDepthRule({ n: limits.depth, flattenFragments: true, ignoreIntrospection: true, ...reported }),
  maxAliasesRule({ n: limits.aliases, ...reported }),
  maxDirectivesRule({ n: limits.directives, ...reported }),
];

/** What a document sent over a socket is checked by: Apollo adds the same to its own over HTTP. */
export const socketRules = (introspection: boolean): ValidationRule[] => [
  ...specifiedRules,
  ...limitRules,
  ...(introspection ? [] : [NoSchemaIntrospectionCustomRule]),
];

/** Raised for a request that costs too much; says what it cost and what is allowed. */
export function tooCostly(cost: number): GraphQLError {
  return new GraphQLError(
    `This operation costs ${cost}; at most ${limits.cost} is allowed. Ask for smaller pages.`,
    {
      extensions: { code: "COST_LIMIT_EXCEEDED", cost, limit: limits.cost, http: { status: 400 } },
    },
  );
}
