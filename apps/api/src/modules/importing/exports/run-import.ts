import type { Logger } from "pino";
import type { Config } from "#platform/config/config.js";
export async function runImport(_c: Config, _l: Logger, _a: string[]): Promise<number> {
  return 0;
}
