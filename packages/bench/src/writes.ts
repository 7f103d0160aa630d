import { randomUUID } from "node:crypto";
import { signIn } from "./caller.js";
import { compare, type Measured, roundsNeeded } from "./measure.js";
import { refundByHand } from "./refund-by-hand.js";
import type { Api, Stand } from "./stand.js";

const cancelDocument = `mutation ($input: RequestCancellationInput!) { requestCancellation(input: $input) {
  __typename ... on CancellationSuccess { cancellation { id status refund { id status } } }
  ... on Refusal { message } } }`;
const refundDocument = `mutation ($input: RefundOnBehalfInput!) { refundOnBehalf(input: $input) {
  __typename ... on RefundSuccess { refund { id status } } ... on Refusal { message } } }`;

interface Result {
  __typename: string;
  message?: string;
}

function succeeded(result: unknown): void {
  const { __typename, message } = result as Result;
  if (!__typename.endsWith("Success")) throw new Error(`${__typename}: ${message}`);
}

/** A cancellation with all its guarantees, and a refund by an agent, beside a refund by hand. */
export async function measureWrites(
  stand: Stand,
  api: Api,
  { orders, rounds }: { orders: number; rounds: number },
): Promise<Measured[]> {
  const { pg, world } = stand;
  const name = randomUUID();
  const owner = { name: "Owner", email: `${name}@shops.example` };
  const shop = await world.shop({ name: "Writing shop", policy: "generous", owner });
  const buyerId = await world.person("Writer", `${name}@buyers.example`);
  await world.agent("Agent", `${name}@support.example`, "ADMIN");
  const fresh = async (count: number) => {
    const made: string[] = [];
    for (let order = 0; order < count; order++) {
      const lines = [
        { title: "Bowl", quantity: 2, unitPriceMinor: 4_950, shippingMinor: 700 },
        { title: "Towel", quantity: 1, unitPriceMinor: 2_990 },
      ];
      const [one] = await world.purchase({ buyerId, orders: [{ shop, lines }] });
      if (one) made.push(one.id);
    }
    return made;
  };
  const [canceled, refunded, byHand] = [
    await fresh(roundsNeeded(rounds)),
    await fresh(roundsNeeded(rounds)),
    await fresh(roundsNeeded(rounds)),
  ];
  const buyer = await signIn(api, "buyer", `${name}@buyers.example`);
  const agent = await signIn(api, "support", `${name}@support.example`);
  return [
    await compare(stand, {
      name: "cancellation of an order",
      orders,
      rounds,
      ours: async (round) => {
        const key = { idempotencyKey: randomUUID(), reasonCode: "CHANGED_MIND" };
        const input = { orderId: canceled[round], ...key };
        succeeded((await buyer.ask(cancelDocument, { input })).requestCancellation);
      },
      floor: null,
    }),
    await compare(stand, {
      name: "refund of an amount",
      orders,
      rounds,
      ours: async (round) => {
        const key = { idempotencyKey: randomUUID(), reason: "Measured." };
        const input = { orderId: refunded[round], amountMinor: 100, ...key };
        succeeded((await agent.ask(refundDocument, { input })).refundOnBehalf);
      },
      floor: (round) => refundByHand(pg, byHand[round] ?? ""),
    }),
  ];
}
