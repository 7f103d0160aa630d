import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { booksAgree } from "./promises/books-agree.js";
import { deployDropsNothing } from "./promises/deploy.js";
import { faultsAreSeen, type Seen, seeFaults } from "./promises/faults-are-seen.js";
import { memoryIsFlat } from "./promises/flat-memory.js";
import { oneEffect } from "./promises/one-effect.js";
import type { Outcome } from "./promises/outcome.js";
import { nobodyWinsTheRace } from "./promises/race.js";
import { slowHurtsNobody } from "./promises/slow-subscriber.js";
import { subscribersMissNothing } from "./promises/subscribers.js";
import { documentOf, tableOf } from "./report.js";
import { seededFaults } from "./seeded/seeded-faults.js";
import { DatabaseServer } from "./stage/database-server.js";

const document = fileURLToPath(new URL("../../../docs/faults.md", import.meta.url));
const minute = 60_000;

/** How much each promise is tried with; the small numbers are for a quick look by hand. */
const sizes = {
  full: { orders: 500, forMs: minute, subscribers: 60, slow: 120, raced: 1_000, asked: 100_000 },
  small: { orders: 24, forMs: 8_000, subscribers: 16, slow: 60, raced: 40, asked: 4_000 },
} as const;

type Trial = (server: DatabaseServer, size: (typeof sizes)["full" | "small"]) => Promise<Outcome>;

const seen: Seen[] = [];

const trials: Record<string, Trial> = {
  processes: (server, { orders, forMs }) =>
    oneEffect(server, "API processes", {
      orders,
      spreadMs: forMs,
      weather: { apiEveryMs: 1_000, forMs },
    }),
  database: (server, { orders, forMs }) =>
    oneEffect(server, "the database", {
      orders,
      spreadMs: forMs,
      weather: { databaseEveryMs: Math.max(3_000, forMs / 6), forMs },
    }),
  race: (server, { raced }) => nobodyWinsTheRace(server, raced),
  seeded: async (server) => {
    seen.push(...(await seeFaults(server, seededFaults)));
    return faultsAreSeen(seen);
  },
  subscribers: (server, { subscribers, forMs }) =>
    subscribersMissNothing(server, {
      orders: subscribers,
      desks: subscribers / 2,
      forMs,
      killApiEveryMs: 3_000,
    }),
  slow: (server, { slow }) =>
    slowHurtsNobody(server, { orders: slow, others: 20, spreadMs: slow * 100, alone: true }),
  deploy: (server) => deployDropsNothing(server, 100),
  books: (server) => booksAgree(server, { orders: 100, each: 2 }),
  memory: (server, { asked }) => memoryIsFlat(server, asked),
};

/** Tries the promises that are named, or all, and says which hold. Returns the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const small = args.includes("--small");
  const named = args.filter((argument) => !argument.startsWith("--"));
  const unknown = named.filter((name) => !(name in trials));
  if (unknown.length > 0) {
    process.stderr.write(
      `There is no trial ${unknown.join(", ")}; there are: ${Object.keys(trials).join(", ")}.\n`,
    );
    return 2;
  }
  const server = await DatabaseServer.start();
  stopWithUs(server);
  const outcomes: Outcome[] = [];
  try {
    for (const [name, trial] of Object.entries(trials)) {
      if (named.length > 0 && !named.includes(name)) continue;
      const outcome = await trial(server, sizes[small ? "small" : "full"]);
      outcomes.push(outcome);
      process.stdout.write(`${tableOf([outcome])}\n`);
    }
  } finally {
    await server.stop();
  }
  const whole = !small && named.length === 0;
  if (whole) writeFileSync(document, documentOf(outcomes, seen));
  const broken = outcomes.filter(({ kept }) => !kept);
  process.stdout.write(
    `\n${outcomes.length - broken.length} of ${outcomes.length} promises kept${whole ? "; docs/faults.md is written" : ""}.\n`,
  );
  return broken.length === 0 ? 0 : 1;
}

/** The database server is in a group of its own: nobody else would end it. */
function stopWithUs(server: DatabaseServer): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => void server.stop().finally(() => process.exit(130)));
  }
}
