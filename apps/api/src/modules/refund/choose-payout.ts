import type { BankDetails } from "@makegood/domain/repayment/bank-details";
import {
  type PayoutOption,
  type PayoutOptionKind,
  payoutOptions,
} from "@makegood/domain/repayment/payout-options";
import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import type { Config } from "#platform/config/config.js";
import { recordEvent } from "#platform/events/record-event.js";
import type { Caller } from "#platform/identity/caller.js";
import { newId } from "#platform/ids.js";
import { setDeadline } from "#platform/jobs/deadlines.js";
import { enqueue } from "#platform/jobs/jobs.js";
import type { SealingKey } from "#platform/secrets/seal.js";
import { advanceRefund } from "./advance-refund.js";
import { payoutCheck, payoutTask } from "./check-deadline.js";
import { eventOf, setAllocation } from "./conclude-refund.js";
import { RefundPayoutEntity } from "./exports/refund-payout.entity.js";
import { keepDetails } from "./give-bank-details.js";
import { giveUnlessHeld } from "./give-held-credit.js";
import { type LockedRefund, lockRefund } from "./lock-refund.js";
import { payableOf, payoutFacts } from "./payout-facts.js";

type Chosen = Outcome<{ refundId: string }>;

/** The buyer takes store credit for what could not be sent back, for the amount that they saw. */
export const takeStoreCredit = (
  unit: UnitOfWork,
  caller: Caller,
  config: Config,
  input: { refundId: string; creditMinor: number },
): Promise<Chosen> =>
  choose(unit, caller, config, input.refundId, "STORE_CREDIT", async (found, option) => {
    const { refund } = found;
    const { currency } = refund;
    const creditMinor = option.amountMinor + option.bonusMinor;
    if (creditMinor !== input.creditMinor) {
      return refuse({ kind: "PayoutOfferChanged", creditMinor, currency });
    }
    const payout = await begin(unit, found, {
      kind: "STORE_CREDIT",
      amountMinor: option.amountMinor,
      bonusMinor: option.bonusMinor,
      bankDetailsId: null,
    });
    const data = { amountMinor: creditMinor, currency };
    await recordEvent(unit, { ...eventOf(refund), kind: "refund.creditChosen", data });
    // Our own books are the bank here: it is there as soon as it is written, unless something holds it.
    await giveUnlessHeld(unit, found, payout);
    return done({ refundId: refund.id }, refund);
  });

/** The buyer has it sent to a bank account of theirs. */
export const takeBankTransfer = (
  unit: UnitOfWork,
  caller: Caller,
  config: Config,
  input: { refundId: string; details: BankDetails; key: SealingKey },
): Promise<Chosen> =>
  choose(unit, caller, config, input.refundId, "BANK_TRANSFER", async (found, option) => {
    const { refund } = found;
    if (!option.accounts.includes(input.details.kind)) {
      return refuse({ kind: "BankDetailsUnusable", field: "kind" });
    }
    const bankDetailsId = await keepDetails(unit, input.key, refund, input.details, null);
    const { amountMinor } = option;
    const { id } = await begin(unit, found, {
      kind: "BANK_TRANSFER",
      amountMinor,
      bonusMinor: 0,
      bankDetailsId,
    });
    const data = { amountMinor, currency: refund.currency };
    await recordEvent(unit, { ...eventOf(refund), kind: "refund.transferChosen", data });
    await enqueue(unit.manager, payoutTask, { id }, { key: `${payoutTask}:${id}` });
    const checkAt = new Date(unit.now.getTime() + config.refundCheckSeconds * 1000);
    await setDeadline(unit.manager, payoutCheck, id, checkAt);
    return done({ refundId: refund.id }, refund);
  });

async function choose<K extends PayoutOptionKind>(
  unit: UnitOfWork,
  caller: Caller,
  config: Config,
  refundId: string,
  wanted: K,
  take: (found: LockedRefund, option: Extract<PayoutOption, { kind: K }>) => Promise<Chosen>,
): Promise<Chosen> {
  const found = await lockRefund(unit.manager, caller, refundId);
  if (!found) return refuse({ kind: "NotFound", what: "refund" });
  const options = payoutOptions(await payoutFacts(unit.manager, config, found));
  const option = options.find(
    (one): one is Extract<PayoutOption, { kind: K }> => one.kind === wanted,
  );
  if (!option) {
    return refuse({ kind: "PayoutNotOffered", wanted, offered: options.map(({ kind }) => kind) });
  }
  return take(found, option);
}

/** The payout and its consent; from now on its parts are under way that way, and no other. */
async function begin(
  unit: UnitOfWork,
  found: LockedRefund,
  wanted: Pick<RefundPayoutEntity, "kind" | "amountMinor" | "bonusMinor" | "bankDetailsId">,
): Promise<RefundPayoutEntity> {
  const { refund } = found;
  const payout: RefundPayoutEntity = {
    ...wanted,
    id: newId("refundPayout"),
    refundId: refund.id,
    currency: refund.currency,
    status: "OPEN",
    consentById: unit.actor.id,
    consentAt: unit.now,
    providerPayoutId: null,
    failureReason: null,
    traceType: null,
    traceValue: null,
    settledAt: null,
  };
  await unit.manager.insert(RefundPayoutEntity, payout);
  for (const allocation of await payableOf(unit.manager, found)) {
    await setAllocation(unit, allocation, { status: "PROCESSING", payoutId: payout.id });
  }
  const afresh = { succeededAt: null, expectedAtBankBy: null, failureReason: null };
  await advanceRefund(unit.manager, refund, "payOut", afresh);
  return payout;
}
