import { createHash } from "node:crypto";
import type { TrailLinkEntity } from "./exports/trail-link.entity.js";

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/**
 * SQL for a row's text as the trail hashes it. Written out here and not called from the database,
 * since who forges rows could change its functions as well. Dates follow the session's zone: UTC.
 */
export const textOf = (alias: string): string =>
  `(SELECT jsonb_object_agg(key, value)::text FROM jsonb_each(to_jsonb(${alias})) WHERE value <> 'null'::jsonb)`;

/** What the hash of a link is made of: the hash before it, and all that it says. */
export const linkHash = (
  before: string,
  { chain, seq, subjectKind, subjectId, contentHash }: Omit<TrailLinkEntity, "hash">,
): string => sha256([before, chain, seq, subjectKind, subjectId, contentHash].join("\n"));

/** The content of a ledger transaction: its own text, then the hash of each entry in order. */
export const ledgerContent = (transaction: string, entries: readonly string[]): string =>
  [transaction, ...entries.map(sha256)].join("\n");
