import { Client } from "pg";
import type { Logger } from "pino";
import type { WakeUps } from "#platform/events/wake-ups.js";

/**
 * Wake-ups between processes over LISTEN/NOTIFY. A lost connection is made again after a second and
 * then wakes everybody, since hints may have been missed meanwhile.
 */
export async function listenForWakeUps(databaseUrl: string, log: Logger): Promise<WakeUps> {
  const listeners = new Map<string, Set<() => void>>();
  let closed = false;
  let client: Client | null = null;

  const wake = (topic: string) => {
    for (const listener of listeners.get(topic) ?? []) listener();
  };
  const wakeAll = () => {
    for (const topic of listeners.keys()) wake(topic);
  };

  async function connect(): Promise<void> {
    const next = new Client({ connectionString: databaseUrl, application_name: "makegood-listen" });
    next.on("notification", ({ payload }) => {
      for (const topic of (payload ?? "").split(" ")) wake(topic);
      wake("*");
    });
    next.on("error", (error) => log.warn({ err: error }, "the listening connection broke"));
    next.on("end", () => {
      if (!closed) setTimeout(reconnect, 1000).unref();
    });
    await next.connect();
    await next.query("LISTEN makegood");
    client = next;
  }

  function reconnect(): void {
    if (closed) return;
    connect().then(wakeAll, () => setTimeout(reconnect, 1000).unref());
  }

  await connect();
  return {
    subscribe(topic, listener) {
      const set = listeners.get(topic) ?? new Set();
      listeners.set(topic, set.add(listener));
      return () => {
        set.delete(listener);
        if (set.size === 0) listeners.delete(topic);
      };
    },
    get closed() {
      return closed;
    },
    async close() {
      closed = true;
      wakeAll();
      await client?.end();
    },
  };
}
