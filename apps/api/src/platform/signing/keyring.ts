import type { Config } from "#platform/config/config.js";
import { type Signer, signerOf, type Verifier, verifierOf } from "./signer.js";

/** The key that signs, and the public halves of those that did before it. */
export interface Keyring {
  signer: Signer;
  /** The newest first. */
  verifiers: readonly Verifier[];
  /** The one of that id; undefined for a key that was never ours. */
  verifierNamed(keyId: unknown): Verifier | undefined;
}

export function keyringOf(config: Pick<Config, "signingSeed" | "retiredKeys">): Keyring {
  const signer = signerOf(config.signingSeed);
  const verifiers = [signer, ...config.retiredKeys.map(verifierOf)];
  return {
    signer,
    verifiers,
    verifierNamed: (keyId) => verifiers.find((verifier) => verifier.keyId === keyId),
  };
}
