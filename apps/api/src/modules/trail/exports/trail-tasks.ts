import type { Task } from "#platform/jobs/jobs.js";
import { sealTask, sealTrail } from "./seal-trail.js";

export const trailTasks: Record<string, Task> = { [sealTask]: (platform) => sealTrail(platform) };
