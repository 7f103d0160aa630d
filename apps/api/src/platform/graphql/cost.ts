import { type DocumentNode, GraphQLError, type GraphQLSchema } from "graphql";
import { type ComplexityEstimator, getComplexity } from "graphql-query-complexity";

const defaultPage = 20;

/**
 * What is dear beside its size, in points: one is about 10 µs of a process. Measured field by field
 * over a hundred orders (docs/decisions/0052): what decides by policy, and what counts a whole list.
 */
const dear: Readonly<Record<string, number>> = {
  "Order.availableActions": 40,
  "Order.cancellationEligibility": 12,
  "Order.returnEligibility": 18,
  "Order.refundEligibility": 12,
  "Order.nextAction": 5,
  "Order.policy": 5,
  "Order.timeline": 20,
  "Cancellation.decision": 11,
  "Refund.decision": 11,
  "Refund.steps": 7,
  "Query.policyBacktest": 5_000,
  "Query.previewPolicy": 500,
  "Query.workQueue": 300,
  "Mutation.signIn": 2_000,
};
/** A question reads at least once; a command locks, decides, writes and is audited. */
const asked = { Query: 100, Mutation: 500, Subscription: 100 } as Readonly<Record<string, number>>;

/** Of an object its row is read; a scalar of it is only written down. */
const object = 1;
const scalar = 0.25;
/** An item of a page is read, checked and given a cursor, whatever is asked of it. */
const item = 2;

const ownCost = (type: string, field: string, childComplexity: number): number =>
  (childComplexity > 0 ? object : scalar) + (dear[`${type}.${field}`] ?? 0) + (asked[type] ?? 0);

/** A list costs its page size times what each item costs; a plain list counts as three. */
const byPage: ComplexityEstimator = ({ type, args, childComplexity, field }) => {
  if (!field.args.some((argument) => argument.name === "first")) return undefined;
  const size = typeof args.first === "number" ? Math.max(1, args.first) : defaultPage;
  return ownCost(type.name, field.name, childComplexity) + size * (item + childComplexity);
};
const plain: ComplexityEstimator = ({ type, childComplexity, field }) =>
  ownCost(type.name, field.name, childComplexity) +
  (String(field.type).startsWith("[") && field.name !== "edges" ? 3 : 1) * childComplexity;

/** What an operation costs before it is run. Variables that don't fit are the caller's mistake: 400. */
export function costOf(
  schema: GraphQLSchema,
  query: DocumentNode,
  operationName: string | null | undefined,
  variables: Record<string, unknown> | null | undefined,
): number {
  try {
    const cost = getComplexity({
      schema,
      query,
      ...(operationName ? { operationName } : {}),
      variables: variables ?? {},
      estimators: [byPage, plain],
    });
    return Math.ceil(cost);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new GraphQLError(error.message, {
      ...(error.nodes ? { nodes: error.nodes } : {}),
      extensions: { code: "BAD_USER_INPUT", http: { status: 400 } },
    });
  }
}
