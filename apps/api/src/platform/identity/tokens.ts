import { createHash, randomBytes } from "node:crypto";

/** A secret with 256 bits of chance; the prefix tells people and scanners what it is. */
export function newSecret(prefix: "mgs" | "mgk" | "mgc"): string {
  return `${prefix}_${randomBytes(32).toString("base64url")}`;
}

/** How a secret is kept: it has full entropy, so one round of SHA-256 is enough. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
