import type { Logger } from "pino";
import { LastingClient } from "#platform/database/lasting-client.js";
import { Listeners } from "#platform/events/listeners.js";
import type { WakeUps } from "#platform/events/wake-ups.js";

/**
 * Wake-ups between processes over LISTEN/NOTIFY, those of the timeline sent by its trigger. A
 * connection that was made again wakes everybody, since hints may have been missed meanwhile.
 */
export async function listenForWakeUps(databaseUrl: string, log: Logger): Promise<WakeUps> {
  const listeners = new Listeners();
  let closed = false;
  const listening = new LastingClient({
    connectionString: databaseUrl,
    application_name: "makegood-listen",
    async prepare(client) {
      client.on("notification", ({ payload }) => listeners.hear(payload ?? ""));
      await client.query("LISTEN makegood");
      listeners.wakeAll();
    },
    onLost: (error) => log.warn({ err: error }, "the listening connection broke"),
  });
  await listening.connect();
  return {
    subscribe: (topic, wake) => listeners.add(topic, wake),
    async announce(topics) {
      try {
        await listening.current?.query("SELECT pg_notify('makegood', $1)", [topics.join(" ")]);
      } catch (error) {
        log.warn({ err: error }, "a wake-up could not be sent");
      }
    },
    get closed() {
      return closed;
    },
    async close() {
      closed = true;
      listeners.wakeAll();
      await listening.close();
    },
  };
}
