import { signIn } from "./caller.js";
import { followed, type LiveMeasured } from "./live-delay.js";
import { startRedis } from "./redis.js";
import type { Stand } from "./stand.js";

const emails = { buyer: "buyer@live.example", agent: "agent@live.example" };

/**
 * From a commit of one API process, asked for by GraphQL, to the clients of another: over NOTIFY, and
 * over Redis where the machine has it.
 */
export async function measureLive(
  stand: Stand,
  { subscribers, rounds }: { subscribers: number; rounds: number },
): Promise<LiveMeasured[]> {
  const orderIds = await makeOrders(stand, subscribers);
  const measured = await over(stand, { wakeUps: "NOTIFY", env: {}, orderIds, rounds });
  const redis = await startRedis();
  if (!redis) return measured;
  try {
    const env = { REDIS_URL: redis.url };
    return [...measured, ...(await over(stand, { wakeUps: "Redis", env, orderIds, rounds }))];
  } finally {
    await redis.stop();
  }
}

async function makeOrders({ world }: Stand, count: number): Promise<string[]> {
  const owner = { name: "Owner", email: "owner@live.example" };
  const shop = await world.shop({ name: "Live shop", policy: "generous", owner });
  const buyerId = await world.person("Follows", emails.buyer);
  await world.agent("Gives back", emails.agent, "ADMIN");
  const order = { shop, lines: [{ title: "Bowl", quantity: 1, unitPriceMinor: 495_000 }] };
  const ids: string[] = [];
  for (let made = 0; made < count; made++) {
    const [one] = await world.purchase({ buyerId, orders: [order] });
    if (one) ids.push(one.id);
  }
  return ids;
}

interface Given {
  wakeUps: LiveMeasured["wakeUps"];
  env: Record<string, string>;
  orderIds: string[];
  rounds: number;
}

async function over(stand: Stand, given: Given): Promise<LiveMeasured[]> {
  const { wakeUps, env, orderIds, rounds } = given;
  const start = () => stand.startApi({ JOBS: "off", ...env });
  const [ofClients, ofCommits] = await Promise.all([start(), start()]);
  try {
    const buyer = await signIn(ofClients, "buyer", emails.buyer);
    const agent = await signIn(ofCommits, "support", emails.agent);
    const scene = { stand, wakeUps, buyer, agent, rounds };
    const [one = ""] = orderIds;
    return [
      await followed(scene, "each follows an order of its own, one changes", orderIds),
      await followed(
        scene,
        "all follow the order that changes",
        orderIds.map(() => one),
      ),
    ];
  } finally {
    await ofClients.stop();
    await ofCommits.stop();
  }
}
