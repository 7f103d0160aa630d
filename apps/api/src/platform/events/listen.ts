import { Client } from "pg";
import type { Logger } from "pino";
import { Listeners } from "#platform/events/listeners.js";
import type { WakeUps } from "#platform/events/wake-ups.js";

const againMs = 1_000;

/**
 * Wake-ups between processes over LISTEN/NOTIFY, those of the timeline sent by its trigger. A lost
 * connection is made again after a second and then wakes everybody, since hints may have been
 * missed meanwhile.
 */
export async function listenForWakeUps(databaseUrl: string, log: Logger): Promise<WakeUps> {
  const listeners = new Listeners();
  let closed = false;
  let client: Client | null = null;

  async function connect(): Promise<void> {
    const next = new Client({ connectionString: databaseUrl, application_name: "makegood-listen" });
    next.on("notification", ({ payload }) => listeners.hear(payload ?? ""));
    next.on("error", (error) => log.warn({ err: error }, "the listening connection broke"));
    next.on("end", () => {
      client = null;
      if (!closed) setTimeout(reconnect, againMs).unref();
    });
    await next.connect();
    await next.query("LISTEN makegood");
    client = next;
  }

  function reconnect(): void {
    if (closed) return;
    connect().then(
      () => listeners.wakeAll(),
      () => setTimeout(reconnect, againMs).unref(),
    );
  }

  await connect();
  return {
    subscribe: (topic, wake) => listeners.add(topic, wake),
    async announce(topics) {
      try {
        await client?.query("SELECT pg_notify('makegood', $1)", [topics.join(" ")]);
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
      await client?.end();
    },
  };
}
