import { isEvidenceWanted } from "@makegood/domain/chargeback/chargeback-words";
import { PaymentEntity } from "#modules/order/exports/payment.entity.js";
import { type Providers, providerOf } from "#modules/refund/exports/providers.js";
import { done } from "#platform/commands/refused.js";
import { runCommand } from "#platform/commands/run-command.js";
import { recordEvent } from "#platform/events/record-event.js";
import { systemActor } from "#platform/identity/actor.js";
import { dueAtOf, setDeadline } from "#platform/jobs/deadlines.js";
import type { Task } from "#platform/jobs/jobs.js";
import type { Platform } from "#platform/platform.js";
import { chargebackCheck, evidenceReminder } from "../check-chargeback.js";
import { ChargebackEntity } from "./chargeback.entity.js";
import { ChargebackShareEntity } from "./chargeback-share.entity.js";
import { recordChargeback } from "./record-chargeback.js";

const checkEveryMs = 86_400_000;

/** Asks for all chargebacks of a charge, since webhooks get lost: also for those we never heard of. */
async function checkChargeback(
  platform: Platform,
  providers: Providers,
  chargebackId: string,
): Promise<void> {
  const { manager } = platform.database;
  const known = await manager.findOneBy(ChargebackEntity, { id: chargebackId });
  if (!known || known.closedAt) return;
  const next = new Date(platform.clock.now().getTime() + checkEveryMs);
  await setDeadline(manager, chargebackCheck, chargebackId, next);
  const payment = await manager.findOneByOrFail(PaymentEntity, { id: known.paymentId });
  if (payment.providerChargeId === null) return;
  const provider = providerOf(providers, payment.provider);
  for (const said of await provider.findChargebacks(payment.providerChargeId)) {
    await recordChargeback(platform, said);
  }
}

/** Support is told again, while there is time, that a bank waits for evidence. */
const remindOfEvidence: Task = async (platform, payload) => {
  const { id = "" } = payload;
  await runCommand(platform, {
    name: "remindOfEvidence",
    actor: systemActor,
    at: dueAtOf(payload),
    idempotencyKey: null,
    input: { chargebackId: id },
    work: async (unit) => {
      const { manager } = unit;
      const found = await manager.findOneBy(ChargebackEntity, { id });
      if (!found?.evidenceDueBy || !isEvidenceWanted(found.status)) return done({});
      const { currency, evidenceDueBy } = found;
      const promisedBy = evidenceDueBy.toISOString();
      for (const { orderId, amountMinor } of await manager.findBy(ChargebackShareEntity, {
        chargebackId: id,
      })) {
        const data = { amountMinor, currency, promisedBy };
        await recordEvent(unit, { orderId, kind: "chargeback.evidenceReminder", data });
      }
      return done({});
    },
  });
};

export const chargebackTasks = (providers: Providers): Record<string, Task> => ({
  [evidenceReminder]: remindOfEvidence,
  [chargebackCheck]: (platform, { id = "" }) => checkChargeback(platform, providers, id),
});
