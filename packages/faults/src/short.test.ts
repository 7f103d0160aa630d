import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { booksAgree } from "./promises/books-agree.js";
import { deployDropsNothing } from "./promises/deploy.js";
import { seeFaults } from "./promises/faults-are-seen.js";
import { oneEffect } from "./promises/one-effect.js";
import type { Outcome } from "./promises/outcome.js";
import { nobodyWinsTheRace } from "./promises/race.js";
import { slowHurtsNobody } from "./promises/slow-subscriber.js";
import { subscribersMissNothing } from "./promises/subscribers.js";
import { seededFaults } from "./seeded/seeded-faults.js";
import { DatabaseServer } from "./stage/database-server.js";

// The same trials as `pnpm faults`, as small as they can be and still break something.
let server: DatabaseServer;
beforeAll(async () => {
  server = await DatabaseServer.start();
});
afterAll(() => server.stop());

const holds = ({ kept, figure, findings }: Outcome) =>
  expect({ kept, findings }, figure).toEqual({ kept: true, findings: [] });

describe.concurrent("beside each other", () => {
  test("1: refunds while API processes are killed", async () => {
    const weather = { apiEveryMs: 1_500, forMs: 5_000 };
    holds(await oneEffect(server, "API processes", { orders: 10, spreadMs: 5_000, weather }));
  });

  test("4: subscribers that are cut off", async () => {
    const trial = { orders: 8, desks: 4, forMs: 5_000, killApiEveryMs: 2_000 };
    holds(await subscribersMissNothing(server, trial));
  });

  test("9: SIGTERM with mutations in flight", async () => {
    holds(await deployDropsNothing(server, 20));
  });

  test("11: differences in the provider's books", async () => {
    holds(await booksAgree(server, { orders: 4, each: 1 }));
  });

  test("FIELD 1: parallel refunds of one payment", async () => {
    holds(await nobodyWinsTheRace(server, 10));
  });
});

describe.concurrent("beside each other, too", () => {
  test("5: a slow subscriber", async () => {
    holds(await slowHurtsNobody(server, { orders: 60, others: 4, spreadMs: 2_000, alone: false }));
  });

  // Two that show for certain, however few orders there are; the whole run tries all nine.
  test.each(seededFaults.filter(({ name }) => ["no-key", "no-constraint"].includes(name)))(
    "2: that $does is seen",
    async (fault) => {
      const [seen] = await seeFaults(server, [fault], 6);
      expect(seen?.by.length).toBeGreaterThan(0);
    },
  );
});

test("1: refunds while the database is killed", async () => {
  const weather = { databaseEveryMs: 3_000, forMs: 5_000 };
  holds(await oneEffect(server, "the database", { orders: 6, spreadMs: 5_000, weather }));
});
