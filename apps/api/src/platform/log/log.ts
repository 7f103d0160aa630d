import { type DestinationStream, type Logger, pino } from "pino";
import { errorForLog } from "./error-for-log.js";

/** The process's log: one line of JSON each, without anything of a person's. */
export function makeLog(level: string, to?: DestinationStream): Logger {
  const options = {
    level,
    redact: ["req.headers", "*.password", "*.secret"],
    serializers: { err: errorForLog },
  };
  return to ? pino(options, to) : pino(options);
}
