import { done } from "#platform/commands/refused.js";
import { runCommand } from "#platform/commands/run-command.js";
import { systemActor } from "#platform/identity/actor.js";
import type { Platform } from "#platform/platform.js";
import { PayoutEntity } from "./exports/payout.entity.js";
import type { ShopBank, TransferAnswer } from "./exports/shop-bank.js";
import { settle } from "./settle-payout.js";

const page = 100;

/**
 * Hands what is scheduled to the bank, with no transaction open, and records each answer in one of
 * its own. A crash in between asks again under the same key.
 */
export async function sendPayouts(platform: Platform, bank: ShopBank): Promise<void> {
  const { manager } = platform.database;
  let after = "";
  for (;;) {
    const payouts = await manager
      .createQueryBuilder(PayoutEntity, "p")
      .where("p.status = 'SCHEDULED' AND p.id > :after", { after })
      .orderBy("p.id")
      .limit(page)
      .getMany();
    for (const { id, shopId, amountMinor, currency } of payouts) {
      const answer = await bank.transfer({ key: id, shopId, amountMinor, currency });
      if (answer.kind !== "BY_HAND") await record(platform, id, answer);
    }
    const last = payouts.at(-1);
    if (!last || payouts.length < page) return;
    after = last.id;
  }
}

async function record(
  platform: Platform,
  payoutId: string,
  answer: Exclude<TransferAnswer, { kind: "BY_HAND" }>,
): Promise<void> {
  await runCommand(platform, {
    name: "recordPayout",
    actor: systemActor,
    idempotencyKey: null,
    input: { payoutId, ...answer },
    work: async (unit) => {
      await settle(
        unit,
        platform.config.publicUrl,
        payoutId,
        answer.kind === "SENT"
          ? { outcome: "PAID", reference: answer.reference }
          : { outcome: "FAILED", reason: answer.reason },
      );
      return done({});
    },
  });
}
