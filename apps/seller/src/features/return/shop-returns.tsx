import { DisputeCard } from "@makegood/ui/dispute-card.tsx";
import { ReturnCard } from "@makegood/ui/return-card.tsx";
import type { ShopOrderViewFragment } from "../order/order.generated.ts";
import { AnswerDispute } from "./answer-dispute.tsx";
import { DecideReturn } from "./decide-return.tsx";
import { NoneLeft } from "./none-left.tsx";

/** An order's disputes and returns, with what the seller can do about them. */
export function ShopReturns({ order }: { order: ShopOrderViewFragment }) {
  return (
    <>
      {order.disputes.map((dispute) => (
        <DisputeCard key={dispute.id} dispute={dispute} app="seller">
          <AnswerDispute dispute={dispute} orderId={order.id} />
        </DisputeCard>
      ))}
      {order.returns.map((request) => (
        <ReturnCard key={request.id} request={request} app="seller">
          <DecideReturn request={request} orderId={order.id} />
          {request.actions.includes("REFUND_INSTEAD") && <NoneLeft returnId={request.id} />}
        </ReturnCard>
      ))}
    </>
  );
}
