import { setTimeout as sleep } from "node:timers/promises";
import { type Check, check } from "../checks/check.js";
import { untilSettled } from "../checks/settled.js";
import { deskActivity, eventOf, orderTimeline } from "../load/followed.js";
import { killAround } from "../load/killer.js";
import { agentEmails, buyerEmail, makeOrders, makePeople } from "../load/people.js";
import { intentsOf, orderMinor, sendAll, signInAgents } from "../load/refund-load.js";
import { Caller } from "../stage/caller.js";
import type { DatabaseServer } from "../stage/database-server.js";
import { openStage, type Stage } from "../stage/stage.js";
import { Subscriber } from "../stage/subscriber.js";
import type { Outcome } from "./outcome.js";

const cutEveryMs = 500;
const catchUpMs = 120_000;

export interface SubscriberTrial {
  orders: number;
  /** Followers of all orders, beside one of each order. */
  desks: number;
  forMs: number;
  killApiEveryMs: number;
  seededFault?: string;
}

interface Watched {
  checks: Check[];
  figure: string;
}

/** Subscribers miss nothing: cut off again and again, over processes that are killed. */
export async function subscribersMissNothing(
  server: DatabaseServer,
  trial: SubscriberTrial,
): Promise<Outcome> {
  const { checks, figure } = await watch(server, trial);
  const broken = checks.filter(({ broken: count }) => count > 0);
  return {
    number: "4",
    promise: "Subscribers miss nothing",
    figure,
    kept: broken.length === 0,
    findings: broken.map(({ name, broken: count, examples }) => `${count} × ${name}: ${examples}`),
  };
}

export async function watch(server: DatabaseServer, trial: SubscriberTrial): Promise<Watched> {
  const stage = await openStage({ server, seededFault: trial.seededFault ?? null });
  const followers: Subscriber[] = [];
  try {
    const orderIds = await stage.prepare(async (world) =>
      makeOrders(world, await makePeople(world), trial.orders, orderMinor),
    );
    const buyer = await Caller.signIn(stage.apis, "buyer", buyerEmail);
    const agent = await Caller.signIn(stage.apis, "support", agentEmails[0]);
    const ofOrders = orderIds.map(
      (id) => new Subscriber(stage.apis, buyer.headers, orderTimeline(id)),
    );
    const desks = Array.from(
      { length: trial.desks },
      () => new Subscriber(stage.apis, agent.headers, deskActivity("0.0")),
    );
    followers.push(...ofOrders, ...desks);
    const cutting = cutAround(followers, trial.forMs);
    const { forMs, killApiEveryMs: apiEveryMs } = trial;
    const agents = await signInAgents(stage.apis);
    const [, kills] = await Promise.all([
      sendAll({ agents, requests: intentsOf(orderIds), connections: 20, spreadMs: forMs }),
      killAround(stage, server, { apiEveryMs, forMs }),
    ]);
    await cutting;
    await untilSettled(stage, catchUpMs);
    const told = await toldOf(stage);
    await untilAll(followers, told.length, ofOrders.length);
    const checks = [...checkOrders(ofOrders, orderIds, told), ...checkDesks(desks, told)];
    const count = (name: string) =>
      checks.filter((each) => each.name === name).reduce((sum, { broken }) => sum + broken, 0);
    const connections = followers.reduce((sum, each) => sum + each.connections, 0);
    const items = followers.reduce((sum, each) => sum + each.items.length, 0);
    return {
      checks,
      figure: `${followers.length} subscribers, ${connections} connections, ${kills.api} × kill -9, ${items} events given; ${count("lost")} lost, ${count("double")} double, ${count("out of order")} out of order`,
    };
  } finally {
    await Promise.all(followers.map((each) => each.stop()));
    await stage.close();
  }
}

/** Each is cut half a second after it got through. */
async function cutAround(followers: Subscriber[], forMs: number): Promise<void> {
  const end = Date.now() + forMs;
  await Promise.all(
    followers.map(async (follower) => {
      while (Date.now() < end) {
        if (follower.connected) {
          await sleep(cutEveryMs);
          follower.cut();
        }
        await sleep(20);
      }
    }),
  );
}

interface Told {
  order_id: string;
  seq: number;
}

const toldOf = (stage: Stage) =>
  stage.rows<Told>("SELECT order_id, seq FROM timeline_events ORDER BY order_id, seq");

/** Until the last of them has as many as there are, or nothing comes any more. */
async function untilAll(followers: Subscriber[], events: number, orders: number): Promise<void> {
  const wanted = events + (followers.length - orders) * events;
  for (const end = Date.now() + catchUpMs; Date.now() < end; await sleep(200)) {
    if (followers.reduce((sum, { items }) => sum + items.length, 0) >= wanted) return;
  }
}

const idsOf = ({ items }: Subscriber) => items.map(({ data }) => eventOf(data).id);

function checkOrders(followers: Subscriber[], orderIds: string[], told: Told[]): Check[] {
  return followers.flatMap((follower, index) => {
    const orderId = orderIds[index];
    const wanted = told.filter(({ order_id }) => order_id === orderId);
    return checkOne(idsOf(follower), wanted);
  });
}

const checkDesks = (followers: Subscriber[], told: Told[]): Check[] =>
  followers.flatMap((follower) => checkOne(idsOf(follower), told));

function checkOne(got: string[], wanted: Told[]): Check[] {
  const seen = new Set(got);
  const last = new Map<string, number>();
  const disordered = got.filter((id) => {
    const [orderId = "", seq = "0"] = id.split(":");
    const before = last.get(orderId) ?? 0;
    last.set(orderId, Number(seq));
    return Number(seq) < before;
  });
  const missing = wanted.filter(({ order_id, seq }) => !seen.has(`${order_id}:${seq}`));
  return [
    check("lost", missing),
    check("double", got.length > seen.size ? got.slice(seen.size) : []),
    check("out of order", disordered),
  ];
}
