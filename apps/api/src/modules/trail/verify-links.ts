import type { EntityManager } from "typeorm";
import { TrailLinkEntity, type TrailSubjectKind } from "./exports/trail-link.entity.js";
import { contentsOf } from "./read-subjects.js";
import { linkHash, sha256 } from "./trail-text.js";

/** One thing that is not as it was written. */
export interface Finding {
  kind:
    | "ALTERED"
    | "DELETED"
    | "INSERTED"
    | "LINK_ALTERED"
    | "LINK_MISSING"
    | "SEAL_ALTERED"
    | "SEAL_MISSING"
    | "SEALED_LINK_CHANGED";
  /** The row: its kind and id, or its chain and number. */
  subject: string;
}

type Found = (finding: Finding) => void;
const pageSize = 1_000;
const chainCount = 64;

const named: Record<TrailSubjectKind, string> = {
  AUDIT: "audit row",
  LEDGER: "ledger transaction",
};

/** Walks each chain from its first link; returns how many links there are. */
export async function verifyLinks(manager: EntityManager, found: Found): Promise<number> {
  let count = 0;
  for (let chain = 0; chain < chainCount; chain++) {
    /** Null after a gap: what the next one was made of is not known. */
    let before: string | null = "";
    let expected = 1;
    for (;;) {
      const links = await manager
        .createQueryBuilder(TrailLinkEntity, "l")
        .where("l.chain = :chain AND l.seq >= :expected", { chain, expected })
        .orderBy("l.seq")
        .limit(pageSize)
        .getMany();
      for (const link of links) {
        const where = `link ${chain}/${link.seq} (${named[link.subjectKind]} ${link.subjectId})`;
        for (; expected < link.seq; expected++, before = null)
          found({ kind: "LINK_MISSING", subject: `link ${chain}/${expected}` });
        if (before !== null && link.hash !== linkHash(before, link))
          found({ kind: "LINK_ALTERED", subject: where });
        before = link.hash;
        expected = link.seq + 1;
      }
      await verifySubjects(manager, links, found);
      count += links.length;
      if (links.length < pageSize) break;
    }
  }
  return count;
}

async function verifySubjects(
  manager: EntityManager,
  links: readonly TrailLinkEntity[],
  found: Found,
): Promise<void> {
  for (const kind of ["AUDIT", "LEDGER"] as const) {
    const ours = links.filter(({ subjectKind }) => subjectKind === kind);
    const contents = await contentsOf(
      manager,
      kind,
      ours.map(({ subjectId }) => subjectId),
    );
    for (const { subjectId, contentHash } of ours) {
      const subject = `${named[kind]} ${subjectId}`;
      const content = contents.get(subjectId);
      if (content === undefined) found({ kind: "DELETED", subject });
      else if (sha256(content) !== contentHash) found({ kind: "ALTERED", subject });
    }
  }
}

/** Rows that no link speaks of came in past the trigger. */
export async function findUnlinked(manager: EntityManager, found: Found): Promise<void> {
  const rows: { subject: string }[] = await manager.query(
    `SELECT 'audit row ' || a.id AS subject FROM audit_rows a WHERE NOT EXISTS (
       SELECT 1 FROM trail_links l WHERE l.subject_kind = 'AUDIT' AND l.subject_id = a.id)
     UNION ALL
     SELECT 'ledger transaction ' || t.id FROM ledger_transactions t WHERE NOT EXISTS (
       SELECT 1 FROM trail_links l WHERE l.subject_kind = 'LEDGER' AND l.subject_id = t.id)
     UNION ALL
     SELECT 'ledger entry ' || e.transaction_id || '/' || e.position FROM ledger_entries e
       WHERE NOT EXISTS (SELECT 1 FROM ledger_transactions t WHERE t.id = e.transaction_id)
     ORDER BY 1`,
  );
  for (const { subject } of rows) found({ kind: "INSERTED", subject });
}
