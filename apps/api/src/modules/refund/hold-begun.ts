import { assert } from "@makegood/domain/assert";
import { In, IsNull } from "typeorm";
import {
  type ChargebackHold,
  heldByChargeback,
} from "#modules/chargeback/exports/held-by-chargeback.js";
import type { PaymentEntity } from "#modules/order/exports/payment.entity.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import type { Platform } from "#platform/platform.js";
import { askProvider } from "./ask-provider.js";
import { setAttempt } from "./attempt-rows.js";
import { setAllocation } from "./conclude-refund.js";
import type { Providers } from "./exports/providers.js";
import { RefundAttemptEntity } from "./exports/refund-attempt.entity.js";
import type { LockedRefund } from "./lock-refund.js";

/**
 * Attempts that were begun before a chargeback of their payment came, and of which their provider says
 * that it never heard: they need not be sent. Throws OutcomeUnknown when no certain answer came, so
 * that what may be there already is neither held back nor sent.
 */
export async function askAboutDisputed(
  platform: Platform,
  providers: Providers,
  refundId: string,
): Promise<string[]> {
  const disputed = await platform.database.manager
    .createQueryBuilder(RefundAttemptEntity, "t")
    .innerJoin("refund_allocations", "a", "a.id = t.allocationId")
    .innerJoin("chargebacks", "c", "c.payment_id = a.payment_id")
    .where("t.refundId = :refundId AND t.status = 'OPEN'", { refundId })
    .andWhere("t.providerRefundId IS NULL")
    .andWhere("at_bank(c) > 0")
    .getMany();
  const unheard: string[] = [];
  for (const attempt of disputed) {
    if (!(await askProvider(platform, providers, attempt))) unheard.push(attempt.id);
  }
  return unheard;
}

interface BegunHold {
  hold: ChargebackHold | null;
  /** Attempts that keep their keys and wait. */
  held: string[];
}

/**
 * Holds those back. While the bank argues about all of one it keeps its key and waits; once it paid the
 * buyer, or where it left some of it, the attempt has failed, and its part is one never begun.
 */
export async function holdBegun(
  unit: UnitOfWork,
  { refund, locked: { order }, allocations }: LockedRefund,
  payments: readonly PaymentEntity[],
  unheard: readonly string[],
): Promise<BegunHold> {
  const held: string[] = [];
  if (unheard.length === 0) return { hold: null, held };
  const attempts = await unit.manager.findBy(RefundAttemptEntity, {
    id: In([...unheard]),
    status: "OPEN",
    providerRefundId: IsNull(),
  });
  const begun = attempts.map((attempt) => {
    const part = allocations.find(({ id }) => id === attempt.allocationId);
    assert(part !== undefined, "an attempt belongs to an allocation of its refund");
    return { attempt, part };
  });
  const wantedMinor = new Map(begun.map(({ part }) => [part.paymentId, part.amountMinor]));
  const asked = { refundId: refund.id, order, wantedMinor };
  const holds = await heldByChargeback(unit.manager, payments, asked);
  for (const { attempt, part } of begun) {
    const hold = holds.get(part.paymentId);
    if (!hold) continue;
    if (hold.reason === "chargeback_open" && hold.freeMinor === 0) {
      held.push(attempt.id);
      continue;
    }
    const failed = { status: "FAILED", failureReason: hold.reason, settledAt: unit.now } as const;
    await setAttempt(unit, attempt, failed);
    await setAllocation(unit, part, { status: "PENDING" });
  }
  const [hold = null] = [...holds.values()].filter(({ freeMinor }) => freeMinor === 0);
  return { hold, held };
}
