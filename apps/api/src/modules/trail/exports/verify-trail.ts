import type { EntityManager } from "typeorm";
import type { Platform } from "#platform/platform.js";
import { type Finding, findUnlinked, verifyLinks } from "../verify-links.js";
import { verifySeals } from "../verify-seals.js";

export interface TrailReport {
  links: number;
  seals: number;
  findings: Finding[];
}

/**
 * Recomputes every hash and signature over one snapshot, in pages, so that the size of the trail does
 * not matter; names each row that was altered, deleted or inserted past the product.
 */
export function verifyTrail(platform: Platform): Promise<TrailReport> {
  return platform.database.transaction("REPEATABLE READ", async (manager: EntityManager) => {
    await manager.query("SET TRANSACTION READ ONLY");
    await manager.query("SET LOCAL timezone = 'UTC'");
    const findings: Finding[] = [];
    const found = (finding: Finding) => findings.push(finding);
    const links = await verifyLinks(manager, found);
    await findUnlinked(manager, found);
    const seals = await verifySeals(manager, platform.config, found);
    return { links, seals, findings };
  });
}
