import type { Task } from "#platform/jobs/jobs.js";
import { tellOfTerms, tellOfTermsTask } from "../tell-of-terms.js";

export const termsTasks: Record<string, Task> = {
  [tellOfTermsTask]: (platform, { termsId = "" }) => tellOfTerms(platform, termsId),
};
