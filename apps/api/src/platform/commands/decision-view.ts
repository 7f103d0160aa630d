/** A decision with what its GraphQL type needs to tell it; the id is set once it is stored. */
export interface DecisionView {
  id: string | null;
  orderId: string;
  policyVersionId: string;
  /** As the domain made it; the decision module knows its shape. */
  body: unknown;
  /** What was asked, so that it can be asked again of another version or at another time. */
  question?: unknown;
}
