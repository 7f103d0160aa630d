import type { Keyring } from "./keyring.js";
import type { Signer } from "./signer.js";

const encoded = (text: string) => Buffer.from(text).toString("base64url");

/** A signed text as a compact JSON Web Signature (RFC 7515, EdDSA by RFC 8037). */
export function signedJws(signer: Signer, payload: string): string {
  const head = encoded(JSON.stringify({ alg: "EdDSA", kid: signer.keyId }));
  const content = `${head}.${encoded(payload)}`;
  return `${content}.${signer.sign(content)}`;
}

export type ReadJws =
  | { ok: true; payload: string }
  | { ok: false; why: "UNREADABLE" | "UNKNOWN_KEY" | "TAMPERED" };

/** The text of a signature that was made by one of these keys. */
export function readJws(keyring: Keyring, jws: string): ReadJws {
  const [head = "", payload = "", signature = "", ...rest] = jws.trim().split(".");
  const said = readHead(head);
  if (!said || payload === "" || signature === "" || rest.length > 0)
    return { ok: false, why: "UNREADABLE" };
  const verifier = said.alg === "EdDSA" ? keyring.verifierNamed(said.kid) : undefined;
  if (!verifier) return { ok: false, why: "UNKNOWN_KEY" };
  if (!verifier.verifies(`${head}.${payload}`, signature)) return { ok: false, why: "TAMPERED" };
  return { ok: true, payload: Buffer.from(payload, "base64url").toString() };
}

function readHead(head: string): { alg?: unknown; kid?: unknown } | null {
  try {
    const said: unknown = JSON.parse(Buffer.from(head, "base64url").toString());
    return typeof said === "object" ? said : null;
  } catch {
    return null;
  }
}
