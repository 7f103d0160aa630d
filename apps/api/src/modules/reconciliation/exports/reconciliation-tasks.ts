import type { Providers } from "#modules/refund/exports/providers.js";
import type { Config } from "#platform/config/config.js";
import type { Task } from "#platform/jobs/jobs.js";
import { reconcile } from "../reconcile.js";

/** The job that compares every provider's books with ours. */
export const reconcileTask = "reconcile";
export const reconcileSchedule = ({ reconcileCron }: Config) => ({
  task: reconcileTask,
  match: reconcileCron,
});

export const reconciliationTasks = (providers: Providers): Record<string, Task> => ({
  [reconcileTask]: async (platform) => {
    for (const name of providers.keys()) await reconcile(platform, providers, name);
  },
});
