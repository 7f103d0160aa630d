import { createHash, randomBytes } from "node:crypto";
import { proofCode, type RefundProof } from "@makegood/domain/proof/refund-proof";
import { RefundEntity } from "#modules/refund/exports/refund.entity.js";
import { newId } from "#platform/ids.js";
import type { Platform } from "#platform/platform.js";
import { signedJws } from "#platform/signing/jws.js";
import { signerOf } from "#platform/signing/signer.js";
import { describeRefund } from "../describe-refund.js";
import { RefundProofEntity } from "./refund-proof.entity.js";

/**
 * The proof of a refund as it stands: made and signed when it is first asked for in this state, the
 * same one ever after.
 */
export async function issueProof(platform: Platform, refundId: string): Promise<RefundProofEntity> {
  const { database, clock, config } = platform;
  // Of one moment: state, parts and postings must belong together.
  const body = await database.transaction("REPEATABLE READ", async (manager) =>
    describeRefund(manager, await manager.findOneByOrFail(RefundEntity, { id: refundId })),
  );
  const digest = createHash("sha256").update(JSON.stringify(body)).digest("hex");
  const known = await database.manager.findOneBy(RefundProofEntity, { refundId, digest });
  if (known) return known;
  const code = proofCode(randomBytes(20));
  const issuedAt = clock.now();
  const proof: RefundProof = {
    ...body,
    issuer: config.publicUrl,
    code,
    issuedAt: issuedAt.toISOString(),
  };
  const jws = signedJws(signerOf(config.signingSeed), JSON.stringify(proof));
  // Of two that are made at once, one is kept.
  await database.manager
    .createQueryBuilder()
    .insert()
    .into(RefundProofEntity)
    .values({ id: newId("proof"), refundId, digest, code, issuedAt, jws })
    .orIgnore()
    .execute();
  return database.manager.findOneByOrFail(RefundProofEntity, { refundId, digest });
}

/** What a kept proof says. */
export function proofOf({ jws }: Pick<RefundProofEntity, "jws">): RefundProof {
  const payload = jws.split(".")[1] ?? "";
  return JSON.parse(Buffer.from(payload, "base64url").toString()) as RefundProof;
}

/** The file people keep: readable, and signed. */
export const proofFile = (row: RefundProofEntity): string =>
  `${JSON.stringify({ proof: proofOf(row), jws: row.jws }, null, 2)}\n`;
