import { DisputeCard } from "@makegood/ui/dispute-card.tsx";
import { ReturnCard } from "@makegood/ui/return-card.tsx";
import { QueuePage } from "./features/queue/queue-page.tsx";
import { AnswerDispute } from "./features/return/answer-dispute.tsx";
import { DecideReturn } from "./features/return/decide-return.tsx";

/** What waits for the shop, with what each feature does about it. */
export const QueueRoute = () => (
  <QueuePage
    returns={(request, orderId) => (
      <ReturnCard request={request} app="seller">
        <DecideReturn request={request} orderId={orderId} />
      </ReturnCard>
    )}
    disputes={(dispute, orderId) => (
      <DisputeCard dispute={dispute} app="seller">
        <AnswerDispute dispute={dispute} orderId={orderId} />
      </DisputeCard>
    )}
  />
);
