import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { inData } from "./places.js";

export interface Secrets {
  postgresPassword: string;
  providerKey: string;
  webhookSecret: string;
}

/** Made at the first start, readable by their owner alone, and kept. */
export function secrets(): Secrets {
  const file = inData("secrets.json");
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as Secrets;
  const made: Secrets = {
    postgresPassword: randomBytes(24).toString("base64url"),
    providerKey: randomBytes(24).toString("base64url"),
    webhookSecret: `whsec_${randomBytes(32).toString("base64")}`,
  };
  writeFileSync(file, JSON.stringify(made, null, 2), { mode: 0o600 });
  return made;
}
