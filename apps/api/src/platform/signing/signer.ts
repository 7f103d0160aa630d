import {
  createHash,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  sign,
  verify,
} from "node:crypto";

/** Tells what a key signed: Ed25519, by its public half alone. */
export interface Verifier {
  /** The first 16 hex digits of the public key's SHA-256. */
  readonly keyId: string;
  /** The public key as a JSON Web Key (RFC 8037). */
  readonly publicJwk: { kty: string; crv: string; x: string };
  /** Whether the signature (base64url) of this key fits the text. */
  verifies(text: string, signature: string): boolean;
}

/** Signs what others must be able to check without us. */
export interface Signer extends Verifier {
  /** The signature of a text, in base64url. */
  sign(text: string): string;
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
  return {
    ...verifierBy(createPublicKey(key)),
    sign: (text) => sign(null, Buffer.from(text), key).toString("base64url"),
  };
}

/** A verifier of a 32-byte public key. */
export const verifierOf = (publicKey: Buffer): Verifier =>
  verifierBy(
    createPublicKey({
      key: { kty: "OKP", crv: "Ed25519", x: publicKey.toString("base64url") },
      format: "jwk",
    }),
  );

function verifierBy(publicKey: KeyObject): Verifier {
  const { kty = "", crv = "", x = "" } = publicKey.export({ format: "jwk" });
  const raw = Buffer.from(x, "base64url");
  return {
    keyId: createHash("sha256").update(raw).digest("hex").slice(0, 16),
    publicJwk: { kty, crv, x },
    verifies: (text, signature) =>
      verify(null, Buffer.from(text), publicKey, Buffer.from(signature, "base64url")),
  };
}
