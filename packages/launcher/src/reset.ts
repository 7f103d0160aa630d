import { existsSync, rmSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { ownDataFolder } from "./database.js";
import { dataFolder } from "./places.js";
import { Problem } from "./problem.js";

/** Removes all data, after asking; where nobody can be asked, only with --yes. */
export async function reset(yes: boolean): Promise<void> {
  if (process.env.DATABASE_URL) {
    throw new Problem(
      "--reset removes the embedded database only: empty the one of DATABASE_URL yourself.",
    );
  }
  if (!yes) {
    if (!process.stdin.isTTY) throw new Problem("--reset removes all data: say --yes as well.");
    const asking = createInterface({ input: process.stdin, output: process.stdout });
    const answer = await asking.question(`Remove all data in ${dataFolder}? (y/N) `);
    asking.close();
    if (!/^y(es)?$/i.test(answer.trim())) throw new Problem("Nothing was removed.");
  }
  const own = ownDataFolder();
  if (existsSync(own)) rmSync(own, { recursive: true, force: true });
  rmSync(dataFolder, { recursive: true, force: true });
}
