import { assert } from "@makegood/domain/assert";
import type { EntityManager } from "typeorm";
import { ledgerTexts } from "../read-subjects.js";
import { ledgerContent, linkHash, sha256 } from "../trail-text.js";
import { TrailLinkEntity } from "./trail-link.entity.js";

export interface LedgerEvidence {
  id: string;
  text: string;
  entries: { text: string; hash: string }[];
  contentHash: string;
  link: { chain: number; seq: number; before: string; hash: string };
}

/** Ledger transactions as the trail has hashed them, oldest first; only within a transaction. */
export async function ledgerEvidence(
  manager: EntityManager,
  ids: readonly string[],
): Promise<LedgerEvidence[]> {
  if (ids.length === 0) return [];
  await manager.query("SET LOCAL timezone = 'UTC'");
  const texts = await ledgerTexts(manager, ids);
  const links: (TrailLinkEntity & { before: string })[] = await manager
    .createQueryBuilder(TrailLinkEntity, "l")
    .leftJoin(TrailLinkEntity, "b", "b.chain = l.chain AND b.seq = l.seq - 1")
    .select(["l.chain AS chain", "l.seq AS seq", "l.hash AS hash", "l.content_hash AS content"])
    .addSelect("l.subject_id", "subjectId")
    .addSelect("COALESCE(b.hash, '')", "before")
    .where("l.subjectKind = 'LEDGER' AND l.subjectId IN (:...ids)", { ids: [...ids] })
    .getRawMany();
  return texts
    .sort((one, other) => (one.id < other.id ? -1 : 1))
    .map(({ id, text, entries }) => {
      const link = links.find(({ subjectId }) => subjectId === id);
      assert(link !== undefined, "what was committed is linked");
      return {
        id,
        text,
        entries: entries.map((entry) => ({ text: entry, hash: sha256(entry) })),
        contentHash: sha256(ledgerContent(text, entries)),
        link: { chain: link.chain, seq: Number(link.seq), before: link.before, hash: link.hash },
      };
    });
}

/** Whether hashes that somebody shows fit together as the trail makes them. */
export function fitsTogether(shown: {
  text: string;
  entries: readonly { text: string | null; hash: string }[];
  contentHash: string;
  link: LedgerEvidence["link"];
}): boolean {
  const { id } = JSON.parse(shown.text) as { id: string };
  const { before, hash, chain, seq } = shown.link;
  const content = [shown.text, ...shown.entries.map((entry) => entry.hash)].join("\n");
  const { contentHash } = shown;
  const link = { chain, seq, subjectKind: "LEDGER" as const, subjectId: id, contentHash };
  return (
    shown.entries.every((entry) => entry.text === null || sha256(entry.text) === entry.hash) &&
    sha256(content) === contentHash &&
    linkHash(before, link) === hash
  );
}
