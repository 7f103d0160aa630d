/** A shop as other seeds need it. */
export interface MadeShop {
  id: string;
  ownerId: string;
  policyVersionId: string;
}
