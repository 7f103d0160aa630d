import { formatMoney, money } from "@makegood/domain/money/money";
import type { Localized } from "@makegood/domain/text/locale";
import type { EntityManager } from "typeorm";
import type { Outcome } from "#platform/commands/refused.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { PayoutEntity } from "./exports/payout.entity.js";
import { settle } from "./settle-payout.js";

/** What somebody says became of a payout, with the bank's reference or its reason. */
export interface SaidOfPayout {
  payoutId: string;
  outcome: "PAID" | "FAILED";
  words: string;
}

/** Records what became of a payout on people's word. */
export const settleByWord = (
  unit: UnitOfWork,
  publicUrl: string,
  { payoutId, outcome, words }: SaidOfPayout,
): Promise<Outcome<{ payoutId: string }>> =>
  settle(
    unit,
    publicUrl,
    payoutId,
    outcome === "PAID" ? { outcome, reference: words } : { outcome, reason: words },
  );

/** What recording it will do, for the second person. */
export async function payoutSummary(
  manager: EntityManager,
  { payoutId, outcome, words }: SaidOfPayout,
): Promise<Localized<string>> {
  const { amountMinor, currency } = await manager.findOneByOrFail(PayoutEntity, { id: payoutId });
  const amount = (locale: string) => formatMoney(money(amountMinor, currency), locale);
  return outcome === "PAID"
    ? {
        en: `Mark the payout of ${amount("en")} (${payoutId}) as sent. Bank reference: “${words}”.`,
        "pt-BR": `Marcar o repasse de ${amount("pt-BR")} (${payoutId}) como enviado. Referência do banco: “${words}”.`,
      }
    : {
        en: `Mark the payout of ${amount("en")} (${payoutId}) as failed: the money returns to the shop's balance and is paid out again. Reason: “${words}”.`,
        "pt-BR": `Marcar o repasse de ${amount("pt-BR")} (${payoutId}) como falho: o dinheiro volta ao saldo da loja e é repassado de novo. Motivo: “${words}”.`,
      };
}
