import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import { Listeners } from "#platform/events/listeners.js";
import type { WakeUps } from "#platform/events/wake-ups.js";

const channel = "makegood";
const longestWaitMs = 2_000;
/** The API starts without Redis, too: until it comes, readers look for themselves. */
const patienceMs = 2_000;

/**
 * Wake-ups between many processes over Redis. They are sent after the commit: a process that dies
 * in between, or a Redis that is away, costs its readers the seconds until they look by themselves.
 */
export async function redisWakeUps(redisUrl: string, log: Logger): Promise<WakeUps> {
  // Hundreds of files, of no use to a process without Redis.
  const { createClient } = await import("@redis/client");
  const listeners = new Listeners();
  let closed = false;
  const options = {
    url: redisUrl,
    socket: {
      connectTimeout: patienceMs,
      reconnectStrategy: (retries: number) =>
        Math.min(50 * 2 ** Math.min(retries, 6), longestWaitMs),
    },
  };
  // What can't be sent now is dropped: a hint that comes late is worth nothing.
  const sender = createClient({ ...options, disableOfflineQueue: true });
  const receiver = createClient(options);
  for (const client of [sender, receiver]) {
    client.on("error", (error) => log.warn({ err: error }, "the connection to Redis broke"));
  }
  receiver.on("ready", () => listeners.wakeAll());
  const connected = Promise.all([
    sender.connect(),
    receiver.connect().then(() => receiver.subscribe(channel, (text) => listeners.hear(text))),
  ]).catch((error: unknown) => {
    if (!closed) log.warn({ err: error }, "Redis is not there yet");
  });
  await Promise.race([connected, sleep(patienceMs, undefined, { ref: false })]);

  return {
    subscribe: (topic, wake) => listeners.add(topic, wake),
    async announce(topics) {
      try {
        await sender.publish(channel, topics.join(" "));
      } catch (error) {
        log.debug({ err: error }, "a wake-up could not be sent");
      }
    },
    get closed() {
      return closed;
    },
    async close() {
      closed = true;
      listeners.wakeAll();
      sender.destroy();
      receiver.destroy();
    },
  };
}
