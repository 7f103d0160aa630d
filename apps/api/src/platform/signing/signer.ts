import {
  createHash,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  sign,
  verify,
} from "node:crypto";

/** Signs what others must be able to check without us: Ed25519, by the configured key. */
export interface Signer {
  /** The first 16 hex digits of the public key's SHA-256. */
  readonly keyId: string;
  /** The public key as a JSON Web Key (RFC 8037). */
  readonly publicJwk: { kty: string; crv: string; x: string };
  /** The signature of a text, in base64url. */
  sign(text: string): string;
  /** Whether the signature of this key fits the text. */
  verifies(text: string, signature: string): boolean;
}

// What PKCS#8 puts before the 32 bytes of an Ed25519 key (RFC 8410).
const pkcs8Ed25519 = Buffer.from("302e020100300506032b657004220420", "hex");

/** A signer of a 32-byte seed. */
export function signerOf(seed: Buffer): Signer {
  const key = createPrivateKey({
    key: Buffer.concat([pkcs8Ed25519, seed]),
    format: "der",
    type: "pkcs8",
  });
  const publicKey: KeyObject = createPublicKey(key);
  const { kty = "", crv = "", x = "" } = publicKey.export({ format: "jwk" });
  const raw = Buffer.from(x, "base64url");
  return {
    keyId: createHash("sha256").update(raw).digest("hex").slice(0, 16),
    publicJwk: { kty, crv, x },
    sign: (text) => sign(null, Buffer.from(text), key).toString("base64url"),
    verifies: (text, signature) =>
      verify(null, Buffer.from(text), publicKey, Buffer.from(signature, "base64url")),
  };
}
