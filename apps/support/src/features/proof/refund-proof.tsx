import { useRefundProof } from "@makegood/graphql/use-refund-proof.ts";
import { ProofPage } from "@makegood/ui/proof-page.tsx";

/** The proof of one refund of an order, as it stands now. */
export function RefundProof({ orderId, refundId }: { orderId: string; refundId: string }) {
  return <ProofPage orderId={orderId} {...useRefundProof(refundId)} />;
}
