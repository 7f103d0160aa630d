import { TrailSealEntity } from "#modules/trail/exports/trail-seal.entity.js";
import type { Platform } from "#platform/platform.js";
import { signerOf } from "#platform/signing/signer.js";
import { sha256 } from "../trail-text.js";

/** The job that seals; every five minutes of real time. */
export const sealTask = "trail.seal";
export const sealSchedule = { task: sealTask, match: "*/5 * * * *" };

const sealLock = 7_264_003;

export interface SealBody {
  number: number;
  sealedAt: string;
  /** SHA-256 of the seal before it; empty for the first. */
  previous: string;
  /** The newest link of each chain. */
  heads: { chain: number; seq: number; hash: string }[];
}

/** Signs how far the chains have come, unless nothing was added since the last time. */
export function sealTrail(platform: Platform): Promise<void> {
  return platform.database.transaction(async (manager) => {
    const [{ locked }] = await manager.query("SELECT pg_try_advisory_xact_lock($1) AS locked", [
      sealLock,
    ]);
    if (!locked) return;
    const last = await manager.findOne(TrailSealEntity, { where: {}, order: { number: "DESC" } });
    const heads: SealBody["heads"] = await manager.query(
      `SELECT c.chain, l.seq::int AS seq, l.hash FROM generate_series(0, 63) AS c (chain)
       CROSS JOIN LATERAL (SELECT seq, hash FROM trail_links WHERE chain = c.chain
         ORDER BY seq DESC LIMIT 1) l ORDER BY c.chain`,
    );
    const sealed = last ? (JSON.parse(last.body) as SealBody).heads : [];
    if (JSON.stringify(sealed) === JSON.stringify(heads)) return;
    const number = (last?.number ?? 0) + 1;
    const sealedAt = platform.clock.now();
    const said: SealBody = {
      number,
      sealedAt: sealedAt.toISOString(),
      previous: last ? sha256(last.body) : "",
      heads,
    };
    const body = JSON.stringify(said);
    const signer = signerOf(platform.config.signingSeed);
    const signature = signer.sign(body);
    await manager.insert(TrailSealEntity, {
      number,
      sealedAt,
      body,
      keyId: signer.keyId,
      signature,
    });
    // Kept elsewhere, with the logs, the newest seal's hash shows when the last seals are taken away.
    platform.log.info({ seal: number, hash: sha256(body) }, "the audit trail was sealed");
  });
}
