import type { Followed } from "../stage/subscriber.js";

interface OrderItem {
  orderTimeline: { seq: number; event: { id: string; at: string } };
}
interface DeskItem {
  deskActivity: { cursor: string; event: { id: string; at: string } };
}

export const orderTimeline = (orderId: string, after: number | null = 0): Followed => ({
  query: `subscription ($id: ID!, $after: Int) { orderTimeline(orderId: $id, after: $after) { seq event { id at kind } order { status } } }`,
  variables: { id: orderId, after },
  cursorOf: ({ orderTimeline: { seq } }: OrderItem) => seq,
});

/** The policy in words, again and again: quickly made, and long. */
const longTexts = Array.from(
  { length: 25 },
  (_, index) => `text${index}: policy { text { heading sentences } }`,
).join(" ");

/** All orders; heavy, where what it says is to fill a socket. */
export const deskActivity = (after: string, heavy = false): Followed => ({
  query: `subscription ($after: String) { deskActivity(after: $after) { cursor event { id at kind }
    ${heavy ? `order { ${longTexts} }` : ""} } }`,
  variables: { after },
  cursorOf: ({ deskActivity: { cursor } }: DeskItem) => cursor,
});

export const eventOf = (data: Record<string, unknown>): { id: string; at: string } =>
  Object.values(data as Record<string, { event: { id: string; at: string } }>)[0]?.event ?? {
    id: "",
    at: "",
  };
