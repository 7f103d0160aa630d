import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { inData } from "./places.js";

export interface Secrets {
  postgresPassword: string;
  providerKey: string;
  webhookSecret: string;
  /** Seals buyers' bank details; 32 bytes in base64. */
  bankDetailsKey: string;
}

/** Made when they are first needed, readable by their owner alone, and kept. */
export function secrets(): Secrets {
  const file = inData("secrets.json");
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Partial<Secrets>) : {};
  const made: Secrets = {
    postgresPassword: randomBytes(24).toString("base64url"),
    providerKey: randomBytes(24).toString("base64url"),
    webhookSecret: `whsec_${randomBytes(32).toString("base64")}`,
    bankDetailsKey: randomBytes(32).toString("base64"),
    ...kept,
  };
  if (Object.keys(kept).length < Object.keys(made).length)
    writeFileSync(file, JSON.stringify(made, null, 2), { mode: 0o600 });
  return made;
}
