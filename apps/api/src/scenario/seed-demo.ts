import type { Logger } from "pino";
import type { Config } from "#platform/config/config.js";
export async function seedDemo(_config: Config, _log: Logger): Promise<void> {}
