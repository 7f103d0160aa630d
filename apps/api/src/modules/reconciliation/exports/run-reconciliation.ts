import { runProblemSentence } from "@makegood/domain/reconciliation/run-problem-words";
import type { Logger } from "pino";
import { configuredProviders } from "#modules/refund/exports/providers.js";
import type { Config } from "#platform/config/config.js";
import type { Platform } from "#platform/platform.js";
import { reconcile } from "../reconcile.js";

type Open = (
  config: Config,
  log: Logger,
) => Promise<{ platform: Platform; close(): Promise<void> }>;

/** The comparison as a command: a line for each provider, and 1 where books differ or none were given. */
export async function runReconciliation(open: Open, config: Config, log: Logger): Promise<number> {
  const { platform, close } = await open(config, log);
  try {
    const providers = configuredProviders(config, platform.clock);
    let differs = false;
    for (const name of providers.keys()) {
      const run = await reconcile(platform, providers, name);
      const said = !run
        ? "is being compared already"
        : run.problem
          ? runProblemSentence(run.problem, "en")
          : `${run.compared} compared, ${run.found} differ, ${run.healed} healed`;
      differs ||= !run || run.problem !== null || run.found > 0;
      process.stdout.write(`${name}: ${said}\n`);
    }
    return differs ? 1 : 0;
  } finally {
    await close();
  }
}
