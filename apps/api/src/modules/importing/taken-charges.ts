import type { Platform } from "#platform/platform.js";
import type { PlannedPurchase } from "./olist/plan-purchase.js";
import type { Refused } from "./olist/reading.js";

/** Purchases that name a charge which is the payment of another purchase here, and why they can't be. */
export async function refuseTakenCharges(
  { database }: Platform,
  batch: readonly PlannedPurchase[],
): Promise<Map<PlannedPurchase, Refused>> {
  const named = batch.flatMap(({ payments }) => payments.flatMap(({ charge }) => charge?.id ?? []));
  const rows: { provider: string; id: string }[] =
    named.length === 0
      ? []
      : await database.query(
          "SELECT provider, provider_charge_id AS id FROM payments WHERE provider_charge_id = ANY($1)",
          [named],
        );
  const taken = new Set(rows.map(({ provider, id }) => `${provider} ${id}`));
  return new Map(
    batch.flatMap((purchase) => {
      const payment = purchase.payments.find(
        ({ charge }) => charge && taken.has(`${charge.provider} ${charge.id}`),
      );
      if (!payment) return [];
      const name = "a charge that is another order's here";
      const refused = { name, row: payment.row, column: "provider_charge_id", why: name };
      return [[purchase, refused] as const];
    }),
  );
}
