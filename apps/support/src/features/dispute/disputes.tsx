import { ReturnCard } from "@makegood/ui/return-card.tsx";
import type { DeskOrderViewFragment } from "../orders/order-view.generated.ts";
import { Dispute } from "./rule-dispute.tsx";

/** An order's disputes, to be ruled on, and the returns they may be about. */
export function Disputes({ order }: { order: DeskOrderViewFragment }) {
  return (
    <>
      {order.disputes.map((dispute) => (
        <Dispute key={dispute.id} dispute={dispute} version={order.timelineSeq} />
      ))}
      {order.returns.map((request) => (
        <ReturnCard key={request.id} request={request} app="support" />
      ))}
    </>
  );
}
