import type { EntityManager } from "typeorm";
import { PersonEntity } from "#modules/identity/exports/person.entity.js";
import { importedDomain } from "#modules/sandbox/exports/sandbox-people.js";
import { insertRows } from "#platform/database/insert-rows.js";
import { newId } from "#platform/ids.js";
import { count, type ImportReport } from "./import-report.js";
import { label, mailboxName } from "./known.js";
import type { PlannedPurchase } from "./olist/plan-purchase.js";

export interface ImportedBuyer {
  id: string;
  name: string;
}

/** How a person is known: where they come from, and their whole id there. */
export const customerExternalId = (personId: string) => `olist:customer:${personId}`;

/** The batch's buyers by their ids, made where they are new: one person may have bought several times. */
export async function makeBuyers(
  manager: EntityManager,
  batch: readonly PlannedPurchase[],
  now: Date,
  report: ImportReport,
): Promise<ReadonlyMap<string, ImportedBuyer>> {
  const ids = [...new Set(batch.map(({ personId }) => personId))];
  const there: { id: string; name: string; external_id: string }[] = await manager.query(
    "SELECT id, name, external_id FROM people WHERE external_id = ANY($1)",
    [ids.map(customerExternalId)],
  );
  const byExternalId = new Map<string, ImportedBuyer>(
    there.map((person) => [person.external_id, person]),
  );
  const made = ids
    .filter((id) => !byExternalId.has(customerExternalId(id)))
    .map((id) => ({
      id: newId("person"),
      name: `Customer ${label(id)}`,
      email: `${mailboxName(id)}@customers.${importedDomain}`,
      externalId: customerExternalId(id),
      locale: "pt-BR" as const,
      createdAt: now,
    }));
  await insertRows(manager, PersonEntity, made);
  count(report.created, "buyers", made.length);
  for (const person of made) byExternalId.set(person.externalId, person);
  return new Map(
    ids.flatMap((id) => {
      const person = byExternalId.get(customerExternalId(id));
      return person ? [[id, person] as const] : [];
    }),
  );
}
