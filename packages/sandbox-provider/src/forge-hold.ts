import { randomUUID } from "node:crypto";
import type { BookRows } from "./book-rows.js";
import type { Charge } from "./contract.js";
import type { Forged, Forgery } from "./forgery.js";
import { Refusal } from "./refusal.js";

const dayMs = 86_400_000;

/** What a bank holds, as it is not in anybody else's books. */
export function forgedHold(books: BookRows, { kind, id }: Forgery, nowMs: number): Forged {
  const ofKind = kind === "extra" ? "voided" : "authorized";
  const fits = ({ id, status }: Charge) => status === ofKind && !books.forged.has(id);
  const charge = id ? books.charges.get(id) : [...books.charges.values()].findLast(fits);
  const changed = charge && change(charge, kind, nowMs);
  if (!charge || changed === undefined) {
    throw new Refusal(409, "nothing_fits", `No holds fit: ${kind}.`);
  }
  return { kind: "forged", about: "charges", id: changed?.id ?? charge.id, row: changed };
}

/** The charge as it is to be, null for none; undefined where such a difference can't be. */
function change(charge: Charge, kind: Forgery["kind"], nowMs: number): Charge | null | undefined {
  const updatedAt = new Date(nowMs - dayMs).toISOString();
  const authorizedUntil = new Date(nowMs + dayMs).toISOString();
  switch (kind) {
    case "missing":
      return null;
    case "extra":
      return { ...charge, status: "authorized", updatedAt, authorizedUntil };
    case "wrong_amount":
      return { ...charge, amountMinor: charge.amountMinor - 1 };
    case "wrong_currency":
      return { ...charge, currency: charge.currency === "USD" ? "EUR" : "USD" };
    case "late":
      return { ...charge, authorizedUntil: updatedAt };
    case "duplicate":
      return { ...charge, id: `${charge.id}_${randomUUID().slice(0, 8)}` };
    case "wrong_charge":
    case "shared":
      return undefined;
  }
}
