import { setTimeout as sleep } from "node:timers/promises";
import type { ApiProcess } from "../stage/api-process.js";
import { Caller } from "../stage/caller.js";
import { agentEmails } from "./people.js";

export const orderMinor = 100;
const refundsPerOrder = 4;
const duplicates = 5;

export const refundMutation = `mutation ($input: RefundOnBehalfInput!) {
  refundOnBehalf(input: $input) { __typename ... on RefundSuccess { replayed refund { id } } }
}`;

/** One refund that is wanted once, however often it is asked for. */
export interface Intent {
  orderId: string;
  agent: number;
  key: string;
  amountMinor: number;
  answers: { kind: string; refundId: string | null }[];
}

export interface Load {
  intents: Intent[];
  requests: number;
  retries: number;
  faults: string[];
}

/**
 * Four refunds of each order, each asked for five times: of one half of the orders all four fit, of
 * the other three. Each agent has half of the orders and uses the same keys as the other.
 */
export function intentsOf(orderIds: readonly string[]): Intent[] {
  return orderIds.flatMap((orderId, index) =>
    Array.from({ length: refundsPerOrder }, (_, number) => ({
      orderId,
      agent: index % 2,
      key: `refund-${Math.floor(index / 2)}-${number}`,
      amountMinor: index % 4 < 2 ? 25 : 30,
      answers: [],
    })),
  );
}

/** A refund of everything, wanted five times over at once: one of each order can be. */
export const racingIntentsOf = (orderIds: readonly string[]): Intent[] =>
  orderIds.flatMap((orderId, index) =>
    Array.from({ length: 5 }, (_, number) => ({
      orderId,
      agent: number % 2,
      key: `race-${index}-${number}`,
      amountMinor: orderMinor,
      answers: [],
    })),
  );

export interface Sending {
  /** The callers that intents name by number. */
  agents: readonly Caller[];
  /** Each intent as often as it is to be asked for, in the order in which they are sent. */
  requests: readonly Intent[];
  connections: number;
  /** They are spread over this time at least. */
  spreadMs: number;
}

export const signInAgents = (apis: readonly ApiProcess[]): Promise<Caller[]> =>
  Promise.all(agentEmails.map((email) => Caller.signIn(apis, "support", email)));

/** Sends them until each request has its answer. */
export async function sendAll({ agents, requests, connections, spreadMs }: Sending): Promise<Load> {
  const intents = [...new Set(requests)];
  const load: Load = { intents, requests: requests.length, retries: 0, faults: [] };
  const began = Date.now();
  const waiting = [...requests.entries()].reverse();
  const send = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [number, intent] = next;
      await sleep(Math.max(0, began + (number / requests.length) * spreadMs - Date.now()));
      const { orderId, amountMinor, key } = intent;
      const input = { orderId, amountMinor, reason: "Anvil fell", idempotencyKey: key };
      const asked = await agents[intent.agent]?.ask(refundMutation, { input }, isWait);
      load.retries += asked?.retries ?? 0;
      load.faults.push(...(asked?.faults ?? []));
      intent.answers.push(answerOf(asked?.answer));
    }
  };
  await Promise.all(Array.from({ length: connections }, send));
  return load;
}

/** Each five times, in no order. */
export const duplicated = (intents: readonly Intent[]): Intent[] =>
  intents
    .flatMap((intent) => Array.from({ length: duplicates }, () => intent))
    .map((intent) => ({ intent, rank: Math.random() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ intent }) => intent);

interface Said {
  __typename: string;
  refund?: { id: string };
}
const saidIn = (data: Record<string, unknown> | null | undefined) => data?.refundOnBehalf as Said;
const isWait = (data: Record<string, unknown>) =>
  ["IdempotencyInProgress", "Busy"].includes(saidIn(data).__typename);

function answerOf(answer: Awaited<ReturnType<Caller["ask"]>>["answer"] | undefined) {
  const said = saidIn(answer?.data);
  const kind = said?.__typename ?? answer?.errors?.[0]?.extensions?.code ?? "NOTHING";
  return { kind, refundId: said?.refund?.id ?? null };
}
