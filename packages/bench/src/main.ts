import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { parseArgs } from "node:util";
import { buyersOf, growTo, makeTemplate, templateOrders } from "./fill.js";
import { measureImport } from "./import-rate.js";
import { measureLive } from "./live.js";
import { measureMemory } from "./memory.js";
import { refundByPgbench } from "./pgbench.js";
import { measureReads } from "./reads.js";
import { asTables, type Report } from "./report.js";
import { measureSignIn } from "./sign-in.js";
import { openStand, type Stand } from "./stand.js";
import { measureWrites } from "./writes.js";

export interface Plan {
  /** How often each thing is measured. */
  rounds: number;
  /** Numbers of orders to measure at, growing; multiples of 1,000. */
  sizes: readonly number[];
  subscribers: number;
  /** Requests over which the API's memory is watched; 0 for none. */
  memoryRequests: number;
  importedOrders: number;
}

const whole: Plan = {
  rounds: 200,
  sizes: [10_000, 100_000, 1_000_000],
  subscribers: 1_000,
  memoryRequests: 100_000,
  importedOrders: 10_000,
};

export async function bench(plan: Plan, tell: (words: string) => void): Promise<Report> {
  const stand = await openStand();
  try {
    tell("Making the orders that all others are copies of …");
    await makeTemplate(stand);
    const report: Report = {
      measured: [],
      live: [],
      importedPerSecond: 0,
      coldStartMs: 0,
      refundByPgbenchMs: null,
      memory: null,
    };
    let orders = templateOrders;
    for (const size of plan.sizes) {
      tell(`Growing to ${size.toLocaleString("en")} orders …`);
      await growTo(stand.pg, orders, size);
      orders = size;
      report.measured.push(...(await measureAt(stand, size, plan, tell)));
    }
    // Jobs stay off while things are counted; an import and live updates need none.
    const api = await stand.startApi({ JOBS: "off" });
    report.coldStartMs = api.startedInMs;
    tell(`Following live with ${plan.subscribers} subscribers …`);
    const { subscribers } = plan;
    report.live = await measureLive(stand, { subscribers, rounds: Math.ceil(plan.rounds / 4) });
    report.refundByPgbenchMs = await refundByPgbench(stand.databaseUrl, await bigOrder(stand));
    tell(`Importing ${plan.importedOrders.toLocaleString("en")} orders …`);
    report.importedPerSecond = await measureImport(stand, plan.importedOrders);
    if (plan.memoryRequests > 0) {
      tell(`Watching the memory over ${plan.memoryRequests.toLocaleString("en")} requests …`);
      const [email = ""] = await buyersOf(stand.pg, 1);
      report.memory = await measureMemory(api, email, plan.memoryRequests);
    }
    return report;
  } finally {
    await stand.close();
  }
}

async function measureAt(
  stand: Stand,
  size: number,
  { rounds }: Plan,
  tell: (words: string) => void,
) {
  const api = await stand.startApi({ JOBS: "off" });
  try {
    const [email = ""] = await buyersOf(stand.pg, 1);
    tell("Reading …");
    const reads = await measureReads(stand, api, { orders: size, email, rounds });
    tell("Writing …");
    const writes = await measureWrites(stand, api, { orders: size, rounds: rounds / 2 });
    return [...reads, ...writes, await measureSignIn(stand, api, size)];
  } finally {
    await api.stop();
  }
}

/** An order with much to give back, for thousands of refunds of one minor unit. */
async function bigOrder({ world }: Stand): Promise<string> {
  const owner = { name: "Owner", email: "pgbench@shops.example" };
  const shop = await world.shop({ name: "Big shop", policy: "generous", owner });
  const buyerId = await world.person("Big", "pgbench@buyers.example");
  const lines = [{ title: "Statue", quantity: 1, unitPriceMinor: 1_000_000_000 }];
  const [made] = await world.purchase({ buyerId, orders: [{ shop, lines }] });
  return made?.id ?? "";
}

/** `pnpm bench [--sizes 10000,100000] [--json FILE] [--table FILE]`. Returns the exit code. */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args: args.filter((argument) => argument !== "--"),
    options: { sizes: { type: "string" }, json: { type: "string" }, table: { type: "string" } },
  });
  const sizes = values.sizes?.split(",").map(Number) ?? whole.sizes;
  if (!sizes.every((size) => Number.isInteger(size) && size >= 1_000 && size % 1_000 === 0)) {
    process.stderr.write("--sizes takes multiples of 1,000, growing: --sizes 10000,100000\n");
    return 2;
  }
  const report = await bench({ ...whole, sizes }, (words) => process.stderr.write(`${words}\n`));
  const tables = asTables(report);
  process.stdout.write(tables);
  write(values.json, `${JSON.stringify(report, null, 2)}\n`);
  write(values.table, tables);
  return 0;
}

function write(file: string | undefined, text: string): void {
  if (!file) return;
  mkdirSync(dirname(resolve(file)), { recursive: true });
  writeFileSync(file, text);
}
