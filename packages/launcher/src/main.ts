import { PostgresProblem } from "@makegood/postgres/postgres-problem";
import { apiCommand } from "./api-command.js";
import { importOrders } from "./import-orders.js";
import { Problem } from "./problem.js";
import { start } from "./start.js";

/** Runs a command of the launcher; what a person can put right is said in one sentence. */
export async function main(command: string, args: string[]): Promise<number> {
  const given = args.filter((argument) => argument !== "--");
  try {
    if (command === "import:orders") return await importOrders(given);
    if (command === "verify:audit") return await apiCommand(["verify-audit"]);
    const flags = new Set(given);
    await start({ reset: flags.has("--reset"), yes: flags.has("--yes"), dev: command === "dev" });
    return 0;
  } catch (error) {
    const known = error instanceof Problem || error instanceof PostgresProblem;
    process.stderr.write(`\n${known ? error.message : String((error as Error).message)}\n`);
    return 1;
  }
}
