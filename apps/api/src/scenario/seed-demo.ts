import type { Logger } from "pino";
import { PersonEntity } from "#modules/identity/exports/person.entity.js";
import { runDeadline, sendTask } from "#modules/payout/exports/payout-schedule.js";
import { payoutTasks } from "#modules/payout/exports/payout-tasks.js";
import { sandboxBank } from "#modules/payout/exports/shop-bank.js";
import { sandboxProvider } from "#modules/refund/exports/providers.js";
import { type Config, ConfigProblems } from "#platform/config/config.js";
import type { Platform } from "#platform/platform.js";
import { openPlatform } from "../app.js";
import { demoOrders } from "./demo-orders.js";
import { demoPeople } from "./demo-people.js";
import { demoStories } from "./demo-stories.js";
import { World } from "./world.js";

/** The same demo on every machine, its times counted back from now; only into an empty database. */
export async function seedDemo(config: Config, log: Logger): Promise<void> {
  if (!config.sandbox) {
    throw new ConfigProblems([
      "MAKEGOOD_MODE: the demo and its passwords, which everybody knows, are for a sandbox alone",
    ]);
  }
  const { platform, close } = await openPlatform(config, log);
  try {
    if (await platform.database.getRepository(PersonEntity).exists()) return;
    const world = new World(platform, sandboxProvider(config));
    const people = await demoPeople(world);
    const orders = await demoOrders(world, people);
    await payOutOldSales(platform);
    await demoStories(platform, people, orders);
  } finally {
    await close();
  }
}

/** What sold long ago was paid out the day before yesterday; what is refunded since comes off the next. */
async function payOutOldSales(platform: Platform): Promise<void> {
  const dueAt = new Date(platform.clock.now().getTime() - 2 * 86_400_000).toISOString();
  const tasks = payoutTasks(sandboxBank);
  await tasks[runDeadline]?.(platform, { dueAt });
  await tasks[sendTask]?.(platform, {});
}
