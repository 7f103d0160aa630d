import { buyerEmail, makeOrders, makePeople } from "../load/people.js";
import { orderMinor } from "../load/refund-load.js";
import { Caller } from "../stage/caller.js";
import type { DatabaseServer } from "../stage/database-server.js";
import { residentMb } from "../stage/memory.js";
import { openStage } from "../stage/stage.js";
import type { Outcome } from "./outcome.js";

const connections = 32;
const samples = 20;
/** How much higher the last fifth may lie than the second: garbage comes and goes, a leak stays. */
const mostGrowth = 1.15;

const questions = [
  "{ orders(first: 5) { edges { node { id number status totals { total { amountMinor } } } } } }",
  "{ refunds(first: 5) { edges { node { id status } } } viewer { kind } }",
] as const;
const mutation = `mutation ($input: RequestCancellationInput!) { requestCancellation(input: $input) { __typename } }`;

/** The API's memory stays flat, however many requests it has answered. */
export async function memoryIsFlat(server: DatabaseServer, requests: number): Promise<Outcome> {
  const stage = await openStage({ server });
  try {
    const orderIds = await stage.prepare(async (world) =>
      makeOrders(world, await makePeople(world), 20, orderMinor),
    );
    const buyer = await Caller.signIn(stage.apis, "buyer", buyerEmail);
    const memory: number[] = [];
    let sent = 0;
    let unanswered = 0;
    const send = async () => {
      while (sent < requests) {
        const number = sent++;
        if (number % Math.floor(requests / samples) === 0) memory.push(highest());
        const dryRun = {
          orderId: orderIds[number % 20],
          dryRun: true,
          idempotencyKey: `m-${number}`,
        };
        const question = questions[number % 10];
        const answer = await (question
          ? buyer.sendOnce(question, {})
          : number % 10 === 2
            ? buyer.sendOnce(mutation, { input: dryRun })
            : buyer.sendOnce(questions[0], {}));
        if (!answer?.data) unanswered++;
      }
    };
    const highest = () => Math.max(...stage.apis.map(({ pid }) => residentMb(pid)));
    await Promise.all(Array.from({ length: connections }, send));
    memory.push(highest());
    const mean = (values: number[]) =>
      values.reduce((sum, value) => sum + value, 0) / values.length;
    const early = mean(memory.slice(samples / 5, (samples / 5) * 2));
    const late = mean(memory.slice(-samples / 5));
    return {
      number: "§12",
      promise: "The API's memory is flat",
      figure: `${requests} requests, ${unanswered} unanswered; MB held along the way: ${memory.join(" ")}`,
      kept: late <= early * mostGrowth && unanswered === 0,
      findings: late <= early * mostGrowth ? [] : [`from ${early} to ${late} MB`],
    };
  } finally {
    await stage.close();
  }
}
