import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";

const algorithm = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;

/** A key of 32 bytes from the configuration, and the name under which what it sealed is kept. */
export interface SealingKey {
  id: string;
  secret: Buffer;
}

/**
 * Encrypts a text for one row: nonce, tag and ciphertext in one. The row's id is authenticated with
 * it, so that nothing sealed for one row opens in another.
 */
export function seal(key: SealingKey, rowId: string, text: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key.secret, nonce, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(rowId));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** Throws where it was changed, belongs to another row or was sealed with another key. */
export function unseal(key: SealingKey, rowId: string, sealed: Buffer): string {
  const nonce = sealed.subarray(0, nonceBytes);
  const decipher = createDecipheriv(algorithm, key.secret, nonce, { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(rowId));
  decipher.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
  const text = decipher.update(sealed.subarray(nonceBytes + tagBytes));
  return Buffer.concat([text, decipher.final()]).toString("utf8");
}

/** Tells two secrets apart without telling either: for audits, and for comparing repeated commands. */
export const fingerprint = (key: SealingKey, text: string): string =>
  createHmac("sha256", key.secret).update(text).digest("hex");
