import type { Clock } from "@makegood/domain/clock/clock";
import type { Logger } from "pino";
import type { DataSource } from "typeorm";
import type { Config } from "#platform/config/config.js";
import type { Gatherer } from "#platform/database/gatherer.js";
import type { WakeUps } from "#platform/events/wake-ups.js";

/** What all modules share: made once at start, handed down explicitly. Knows no module. */
export interface Platform {
  readonly config: Config;
  readonly clock: Clock;
  readonly database: DataSource;
  readonly log: Logger;
  readonly wakeUps: WakeUps;
  /** Reads that many ask at one moment, made once. */
  readonly gatherer: Gatherer;
  /** What jobs and deadlines do, by their name; complete once the app has started. */
  readonly tasks: Record<
    string,
    (platform: Platform, payload: Record<string, string>) => Promise<void>
  >;
}
