import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestApp, type TestApp } from "../../testing/test-app.js";
import { until } from "../../testing/until.js";
import { CallerLimits } from "./caller-limits.js";

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ JOBS: "off" });
});
afterAll(() => app.close());

/** So slow that nothing leaks while a test runs. */
const bucket = { capacity: 100, perSecond: 0.001 };
const limits = (now?: () => number) =>
  new CallerLimits(app.platform.database, app.platform.log, bucket, now);
const tried = (made: CallerLimits, who: string, cost: number) =>
  made.admit(who, cost).then(
    (leave) => {
      leave();
      return "admitted";
    },
    ({ extensions }) => extensions.code as string,
  );

test("a bucket is one for all processes, also for one that is started anew", async () => {
  const [one, two] = [limits(), limits()];
  expect(await tried(one, "a", 60)).toBe("admitted");
  await until(async () => expect(await tried(limits(), "a", 50)).toBe("RATE_LIMITED"));
  expect(await tried(two, "a", 50)).toBe("RATE_LIMITED");
  expect(await tried(two, "a", 40)).toBe("admitted");
  await until(async () => expect(await tried(limits(), "a", 1)).toBe("RATE_LIMITED"));
  expect(await tried(two, "b", 100)).toBe("admitted");
});

test("what leaked can be used again, and no more", async () => {
  let at = 0;
  const one = limits(() => at);
  expect(await tried(one, "c", 100)).toBe("admitted");
  const wait = await one.admit("c", 1).catch(({ extensions }) => extensions.retryAfterSeconds);
  expect(wait).toBe(1_000);
  at = 500;
  expect(await tried(one, "c", 1)).toBe("RATE_LIMITED");
});

test("many at once of one caller wait for each other, and too many are told; others don't wait", async () => {
  const one = new CallerLimits(app.platform.database, app.platform.log, {
    capacity: 1_000_000,
    perSecond: 1,
  });
  const leaves: (() => void)[] = [];
  let refused = 0;
  const asked = Array.from({ length: 12 }, () =>
    one.admit("d", 2_000).then(
      (leave) => leaves.push(leave),
      () => refused++,
    ),
  );
  await until(async () => expect([leaves.length, refused]).toEqual([1, 5]));
  // A usual question of the same caller isn't held up by their dear ones, nor is anybody else.
  (await one.admit("d", 10))();
  (await one.admit("e", 2_000))();
  for (let left = 0; left < 7; left++) {
    await until(async () => expect(leaves.length).toBeGreaterThan(left));
    leaves[left]?.();
  }
  await Promise.all(asked);
  expect([leaves.length, refused]).toEqual([7, 5]);
});
