import type { EntityManager } from "typeorm";
import type { Config } from "#platform/config/config.js";
import { keyringOf } from "#platform/signing/keyring.js";
import type { SealBody } from "./exports/seal-trail.js";
import { TrailSealEntity } from "./exports/trail-seal.entity.js";
import { sha256 } from "./trail-text.js";
import type { Finding } from "./verify-links.js";

const pageSize = 200;

/** Checks the seals' signatures and order, and that what they sealed is still so; returns how many. */
export async function verifySeals(
  manager: EntityManager,
  config: Config,
  found: (finding: Finding) => void,
): Promise<number> {
  const keyring = keyringOf(config);
  const replaced = new Set<string>();
  let inUse = "";
  const reported = new Set<string>();
  let count = 0;
  let previous = "";
  let expected = 1;
  for (;;) {
    const seals = await manager
      .createQueryBuilder(TrailSealEntity, "s")
      .where("s.number >= :expected", { expected })
      .orderBy("s.number")
      .limit(pageSize)
      .getMany();
    for (const seal of seals) {
      for (; expected < seal.number; expected++)
        found({ kind: "SEAL_MISSING", subject: `seal ${expected}` });
      const body = JSON.parse(seal.body) as SealBody;
      // A key that another has replaced signs no more: who finds it later can't use it.
      if (inUse !== "" && seal.keyId !== inUse) replaced.add(inUse);
      inUse = seal.keyId;
      const genuine =
        !replaced.has(seal.keyId) &&
        keyring.verifierNamed(seal.keyId)?.verifies(seal.body, seal.signature) === true;
      const inOrder = body.number === seal.number && body.previous === previous;
      if (!genuine || !inOrder) found({ kind: "SEAL_ALTERED", subject: `seal ${seal.number}` });
      for (const link of await changedSince(manager, body)) {
        if (!reported.has(link)) found({ kind: "SEALED_LINK_CHANGED", subject: link });
        reported.add(link);
      }
      previous = sha256(seal.body);
      expected = seal.number + 1;
    }
    count += seals.length;
    if (seals.length < pageSize) return count;
  }
}

/** The sealed links that are gone or say something else now. */
async function changedSince(manager: EntityManager, { heads }: SealBody): Promise<string[]> {
  const rows: { link: string }[] = await manager.query(
    `SELECT 'link ' || h.chain || '/' || h.seq AS link
     FROM json_to_recordset($1) AS h (chain int, seq bigint, hash text)
     LEFT JOIN trail_links l ON l.chain = h.chain AND l.seq = h.seq
     WHERE l.hash IS DISTINCT FROM h.hash ORDER BY h.chain`,
    [JSON.stringify(heads)],
  );
  return rows.map(({ link }) => link);
}
