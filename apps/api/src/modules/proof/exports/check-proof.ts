import type { ProofOutcome } from "@makegood/domain/proof/proof-words";
import { type RefundProof, readProofCode } from "@makegood/domain/proof/refund-proof";
import type { RefundStatus } from "@makegood/domain/refund/refund-machine";
import { RefundEntity } from "#modules/refund/exports/refund.entity.js";
import { fitsTogether, ledgerEvidence } from "#modules/trail/exports/ledger-evidence.js";
import type { Platform } from "#platform/platform.js";
import { readJws } from "#platform/signing/jws.js";
import { keyringOf } from "#platform/signing/keyring.js";
import { RefundProofEntity } from "./refund-proof.entity.js";

export interface CheckedProof {
  outcome: ProofOutcome;
  /** What the genuine proof says; null where it is none. */
  proof: RefundProof | null;
  /** How the refund stands now; null where the proof is none of ours. */
  statusNow: RefundStatus | null;
}

const refused = (outcome: ProofOutcome): CheckedProof => ({
  outcome,
  proof: null,
  statusNow: null,
});

/** The signed text in what somebody holds: a code, a signature, or a proof's whole file. */
async function signedIn(platform: Platform, held: string): Promise<string | ProofOutcome> {
  const code = readProofCode(held);
  const { manager } = platform.database;
  if (code) return (await manager.findOneBy(RefundProofEntity, { code }))?.jws ?? "NOT_OURS";
  if (!held.trim().startsWith("{")) return held;
  try {
    const { proof, jws } = JSON.parse(held) as { proof: unknown; jws: unknown };
    if (typeof jws !== "string") return "UNREADABLE";
    const payload = Buffer.from(jws.split(".")[1] ?? "", "base64url").toString();
    // What people read in the file is what was signed, or somebody changed it.
    return JSON.stringify(proof) === payload ? jws : "TAMPERED";
  } catch {
    return "UNREADABLE";
  }
}

/** Whether what somebody holds is a proof of ours, unchanged, and whether the ledger still says so. */
export async function checkProof(platform: Platform, held: string): Promise<CheckedProof> {
  const signed = await signedIn(platform, held);
  if (!signed.includes(".")) return refused(asOutcome(signed));
  const read = readJws(keyringOf(platform.config), signed);
  if (!read.ok) return refused(read.why);
  const proof = JSON.parse(read.payload) as RefundProof;
  const { manager } = platform.database;
  const refund = await manager.findOneBy(RefundEntity, { id: proof.refund.id });
  const kept = await manager.findOneBy(RefundProofEntity, { code: proof.code });
  if (!refund || kept?.jws !== signed.trim()) return refused("NOT_OURS");
  const unchanged = await ledgerStillSays(platform, proof);
  const outcome = !unchanged
    ? "LEDGER_CHANGED"
    : refund.status === proof.refund.status
      ? "GENUINE"
      : "OUTDATED";
  return { outcome, proof, statusNow: refund.status };
}

const asOutcome = (text: string): ProofOutcome =>
  text === "NOT_OURS" || text === "TAMPERED" ? text : "UNREADABLE";

function ledgerStillSays(platform: Platform, { ledger }: RefundProof): Promise<boolean> {
  return platform.database.transaction(async (manager) => {
    const ids = ledger.map(({ text }) => (JSON.parse(text) as { id: string }).id);
    const now = await ledgerEvidence(manager, ids);
    return ledger.every((shown, index) => {
      const evidence = now.find(({ id }) => id === ids[index]);
      return (
        fitsTogether(shown) &&
        evidence?.contentHash === shown.contentHash &&
        evidence.link.hash === shown.link.hash
      );
    });
  });
}
