import type { Logger } from "pino";
import { PersonEntity } from "#modules/identity/exports/person.entity.js";
import { sandboxProvider } from "#modules/refund/exports/providers.js";
import type { Config } from "#platform/config/config.js";
import { openPlatform } from "../app.js";
import { demoOrders } from "./demo-orders.js";
import { demoPeople } from "./demo-people.js";
import { demoStories } from "./demo-stories.js";
import { World } from "./world.js";

/** The same demo on every machine, its times counted back from now; only into an empty database. */
export async function seedDemo(config: Config, log: Logger): Promise<void> {
  const { platform, close } = await openPlatform(config, log);
  try {
    if (await platform.database.getRepository(PersonEntity).exists()) return;
    const world = new World(platform, sandboxProvider(config));
    const people = await demoPeople(world);
    const orders = await demoOrders(world, people);
    await demoStories(platform, people, orders);
  } finally {
    await close();
  }
}
