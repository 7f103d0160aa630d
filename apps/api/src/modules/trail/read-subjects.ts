import type { EntityManager } from "typeorm";
import type { TrailSubjectKind } from "./exports/trail-link.entity.js";
import { ledgerContent, textOf } from "./trail-text.js";

/** What the rows of these ids say now, as the trail hashes it, by id; without those that are gone. */
export async function contentsOf(
  manager: EntityManager,
  kind: TrailSubjectKind,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  if (kind === "AUDIT") {
    const rows: { id: string; text: string }[] = await manager.query(
      `SELECT a.id, ${textOf("a")} AS text FROM audit_rows a WHERE a.id = ANY($1)`,
      [ids],
    );
    return new Map(rows.map(({ id, text }) => [id, text]));
  }
  const rows = await ledgerTexts(manager, ids);
  return new Map(rows.map(({ id, text, entries }) => [id, ledgerContent(text, entries)]));
}

/** Ledger transactions with their entries in order, each as the trail hashes it. */
export function ledgerTexts(
  manager: EntityManager,
  ids: readonly string[],
): Promise<{ id: string; text: string; entries: string[] }[]> {
  return manager.query(
    `SELECT t.id, ${textOf("t")} AS text, COALESCE((SELECT json_agg(${textOf("e")} ORDER BY e.position)
       FROM ledger_entries e WHERE e.transaction_id = t.id), '[]') AS entries
     FROM ledger_transactions t WHERE t.id = ANY($1)`,
    [ids],
  );
}
