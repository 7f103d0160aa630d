import { setTimeout as sleep } from "node:timers/promises";
import { orderTimeline } from "../load/followed.js";
import { agentEmails, buyerEmail, makeOrders, makePeople } from "../load/people.js";
import { intentsOf, orderMinor, refundMutation } from "../load/refund-load.js";
import { Caller } from "../stage/caller.js";
import type { DatabaseServer } from "../stage/database-server.js";
import { openStage } from "../stage/stage.js";
import { Subscriber } from "../stage/subscriber.js";
import type { Outcome } from "./outcome.js";

const resumeCode = 4290;
const mutations = 60;

/** A deploy drops nothing: SIGTERM with mutations in flight and sockets open. */
export async function deployDropsNothing(
  server: DatabaseServer,
  sockets: number,
): Promise<Outcome> {
  const stage = await openStage({ server });
  const [old] = stage.apis;
  const followers: Subscriber[] = [];
  try {
    // Few orders, so that most of them wait for each other when the signal comes.
    const orderIds = await stage.prepare(async (world) =>
      makeOrders(world, await makePeople(world), mutations / 3, orderMinor),
    );
    const buyer = await Caller.signIn(stage.apis, "buyer", buyerEmail);
    const agent = await Caller.signIn(stage.apis, "support", agentEmails[0]);
    for (let index = 0; index < sockets; index++) {
      const orderId = orderIds[index % orderIds.length] ?? "";
      followers.push(new Subscriber([old], buyer.headers, orderTimeline(orderId)));
    }
    while (!followers.every(({ items }) => items.length > 0)) await sleep(50);

    // Their connections are open: what is tried is what was on its way, not who could still connect.
    await Promise.all(
      Array.from({ length: mutations }, () => agent.sendOnce("{ viewer { kind } }", {}, old)),
    );
    const fitting = intentsOf(orderIds).filter((_, index) => index % 4 < 3);
    let answered = 0;
    const sent = fitting.map(async ({ orderId, amountMinor, key }) => {
      const input = {
        orderId,
        amountMinor,
        reason: "Anvil fell",
        idempotencyKey: `${orderId} ${key}`,
      };
      const answer = await agent.sendOnce(refundMutation, { input }, old);
      answered++;
      const said = answer?.data?.refundOnBehalf as { __typename?: string } | undefined;
      return said?.__typename ?? answer?.errors?.[0]?.message ?? "no answer";
    });
    while (answered === 0) await sleep(2);
    const inFlight = fitting.length - answered;
    const code = await old.terminate();
    const answers = await Promise.all(sent);
    const dropped = answers.filter((kind) => kind !== "RefundSuccess");
    while (!followers.every(({ closeCodes }) => closeCodes.length > 0)) await sleep(20);
    const told = followers.filter(({ closeCodes }) => closeCodes[0] === resumeCode);
    return {
      number: "9",
      promise: "A deploy drops nothing",
      figure: `SIGTERM with ${inFlight} of ${fitting.length} mutations in flight and ${sockets} sockets: ${dropped.length} dropped, ${told.length} told to resume, exit code ${code}`,
      kept: dropped.length === 0 && told.length === sockets && code === 0,
      findings: [...new Set(dropped), ...(told.length === sockets ? [] : ["not told to resume"])],
    };
  } finally {
    await Promise.all(followers.map((each) => each.stop()));
    await stage.close();
  }
}
