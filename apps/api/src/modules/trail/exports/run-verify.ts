import type { Logger } from "pino";
import type { Config } from "#platform/config/config.js";
import type { Platform } from "#platform/platform.js";
import { verifyTrail } from "./verify-trail.js";

type Open = (
  config: Config,
  log: Logger,
) => Promise<{ platform: Platform; close(): Promise<void> }>;

const words = {
  ALTERED: "was altered",
  DELETED: "was deleted",
  INSERTED: "was inserted past the product",
  LINK_ALTERED: "was altered in the chain",
  LINK_MISSING: "is missing from the chain",
  SEAL_ALTERED: "was altered, or signed by another key",
  SEAL_MISSING: "is missing",
  SEALED_LINK_CHANGED: "is not what was sealed",
} as const;

/** Prints what is not as it was written; returns the exit code: 0 when all is, 1 otherwise. */
export async function runVerify(open: Open, config: Config, log: Logger): Promise<number> {
  const { platform, close } = await open(config, log);
  try {
    const { links, seals, findings } = await verifyTrail(platform);
    const say = (line: string) => process.stdout.write(`${line}\n`);
    for (const { kind, subject } of findings) say(`${subject} ${words[kind]}`);
    say(`${links} rows of the trail and ${seals} seals checked, ${findings.length} findings.`);
    return findings.length === 0 ? 0 : 1;
  } finally {
    await close();
  }
}
