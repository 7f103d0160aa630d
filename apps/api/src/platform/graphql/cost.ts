import { type DocumentNode, GraphQLError, type GraphQLSchema } from "graphql";
import { type ComplexityEstimator, getComplexity } from "graphql-query-complexity";

const defaultPage = 20;

/** A list costs its page size times what each item costs; a plain list counts as three. */
const byPage: ComplexityEstimator = ({ args, childComplexity, field }) => {
  if (typeof args.first === "number") return 1 + Math.max(1, args.first) * childComplexity;
  if (field.args.some((argument) => argument.name === "first")) {
    return 1 + defaultPage * childComplexity;
  }
  return undefined;
};
const plain: ComplexityEstimator = ({ childComplexity, field }) =>
  1 + (String(field.type).startsWith("[") && field.name !== "edges" ? 3 : 1) * childComplexity;

/** What an operation costs before it is run. Variables that don't fit are the caller's mistake: 400. */
export function costOf(
  schema: GraphQLSchema,
  query: DocumentNode,
  operationName: string | null | undefined,
  variables: Record<string, unknown> | null | undefined,
): number {
  try {
    return getComplexity({
      schema,
      query,
      ...(operationName ? { operationName } : {}),
      variables: variables ?? {},
      estimators: [byPage, plain],
    });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new GraphQLError(error.message, {
      ...(error.nodes ? { nodes: error.nodes } : {}),
      extensions: { code: "BAD_USER_INPUT", http: { status: 400 } },
    });
  }
}
