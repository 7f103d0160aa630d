import { type AnyStatus, statusWords } from "@makegood/domain/text/status-words";
import { Badge } from "@mantine/core";
import { useWords } from "./locale.tsx";

type Tone = "pine" | "yellow" | "red" | "gray" | "blue";

const tones: Partial<Record<AnyStatus, Tone>> = {
  SCHEDULED: "blue",
  CARRIED_OVER: "yellow",
  PENDING_SELLER: "yellow",
  PENDING_PAYMENT: "yellow",
  PENDING_BUYER: "yellow",
  REQUIRES_ACTION: "yellow",
  ON_HOLD: "yellow",
  FAILED: "red",
  REVERSED: "red",
  REJECTED: "red",
  DELIVERY_FAILED: "red",
  PAID: "pine",
  SUCCEEDED: "pine",
  REFUNDED: "pine",
  COMPLETED: "pine",
  DELIVERED: "pine",
  RESOLVED: "pine",
  APPROVED: "pine",
  AUTO_APPROVED: "pine",
  PROCESSING: "blue",
  REFUNDING: "blue",
  SHIPPED: "blue",
  NEW: "blue",
  OPEN: "blue",
  PARTIALLY_REFUNDED: "blue",
  REQUESTED: "yellow",
  INFO_REQUESTED: "yellow",
  OFFER_PENDING: "yellow",
  PARTIALLY_ACCEPTED: "yellow",
  AWAITING_SELLER_RESPONSE: "yellow",
  LOST_IN_TRANSIT: "red",
  RECEIPT_REJECTED: "red",
  IN_TRANSIT: "blue",
  RECEIVED: "blue",
  REFUND_PENDING: "blue",
  UNDER_REVIEW: "blue",
};

/** A state in words; its colour only repeats what they say. */
export function StatusBadge({ status }: { status: AnyStatus }) {
  const words = useWords(statusWords);
  return (
    <Badge
      variant="light"
      color={tones[status] ?? "gray"}
      tt="none"
      fw={600}
      radius="sm"
      autoContrast
    >
      {words[status]}
    </Badge>
  );
}
