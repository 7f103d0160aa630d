import type { EntityManager } from "typeorm";
import { PersonEntity } from "#modules/identity/exports/person.entity.js";
import { importedDomain } from "#modules/sandbox/exports/sandbox-people.js";
import { insertRows } from "#platform/database/insert-rows.js";
import { newId } from "#platform/ids.js";
import { count, type ImportReport } from "./import-report.js";
import type { Known } from "./known.js";
import type { PlannedPurchase } from "./olist/plan-purchase.js";

export interface ImportedBuyer {
  id: string;
  name: string;
}

/** The person behind an order's customer: one may have bought several times. */
export const personKey = (known: Known, customerId: string) =>
  known.customers.get(customerId)?.customer_unique_id ?? customerId;
const buyerEmail = (key: string) => `${key.slice(0, 16)}@${importedDomain}`;

/** The batch's buyers, made where they are new: one person may have bought several times. */
export async function makeBuyers(
  manager: EntityManager,
  batch: PlannedPurchase[],
  known: Known,
  now: Date,
  report: ImportReport,
) {
  const keys = [...new Set(batch.map(({ customerId }) => personKey(known, customerId)))];
  const there: { id: string; name: string; email: string }[] = await manager.query(
    "SELECT id, name, email FROM people WHERE email = ANY($1)",
    [keys.map(buyerEmail)],
  );
  const byEmail = new Map(there.map((person) => [person.email, person]));
  const made = keys
    .filter((key) => !byEmail.has(buyerEmail(key)))
    .map((key) => ({
      id: newId("person"),
      name: `Customer ${key.slice(0, 6).toUpperCase()}`,
      email: buyerEmail(key),
      passwordHash: known.passwordHash,
      locale: "pt-BR" as const,
      createdAt: now,
    }));
  await insertRows(manager, PersonEntity, made);
  count(report.created, "buyers", made.length);
  for (const person of made) byEmail.set(person.email, person);
  return new Map(
    keys.flatMap((key) => {
      const person = byEmail.get(buyerEmail(key));
      return person ? [[key, person] as const] : [];
    }),
  );
}
