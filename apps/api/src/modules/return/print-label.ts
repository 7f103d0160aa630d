import { move } from "@makegood/domain/ledger/move";
import { returnDeadlines } from "@makegood/domain/return/return-deadlines";
import { ReturnLabelEntity } from "#modules/carrier/exports/label.entity.js";
import type { ReturnCarrier } from "#modules/carrier/exports/return-carrier.js";
import { PersonEntity } from "#modules/identity/exports/person.entity.js";
import { post } from "#modules/ledger/exports/post.js";
import { countedAt } from "#modules/order/exports/counted-at.js";
import { ShopEntity } from "#modules/shop/exports/shop.entity.js";
import { done } from "#platform/commands/refused.js";
import { runCommand } from "#platform/commands/run-command.js";
import { recordEvent } from "#platform/events/record-event.js";
import { systemActor } from "#platform/identity/actor.js";
import { newId } from "#platform/ids.js";
import { marketplaceOf } from "#platform/marketplace.js";
import type { Platform } from "#platform/platform.js";
import { advanceReturn } from "./exports/advance-return.js";
import { lockReturn } from "./exports/lock-return.js";
import { returnAddress } from "./return-address.js";

/**
 * Has the label of an approved return printed, then hands it out with the instructions. The carrier
 * knows our reference, so a repeat after a crash gets the same label.
 */
export async function printLabel(
  platform: Platform,
  carrier: ReturnCarrier,
  returnId: string,
): Promise<void> {
  const { manager } = platform.database;
  const given = await lockReturnOnce(platform, returnId);
  if (given?.request.status !== "APPROVED") return;
  const { request, policy } = given;
  const shop = await manager.findOneByOrFail(ShopEntity, { id: request.shopId });
  const buyer = await manager.findOneByOrFail(PersonEntity, { id: request.buyerId });
  const label = await carrier.printLabel({
    reference: request.id,
    from: { name: buyer.name },
    to: returnAddress(shop, policy.rules.returns.address),
    contents: given.locked.lines
      .map(({ id, title }) => ({
        title,
        quantity: given.units.filter(({ lineId }) => lineId === id).length,
      }))
      .filter(({ quantity }) => quantity > 0)
      .map(({ title, quantity }) => `${quantity} × ${title}`)
      .join(", "),
  });
  await runCommand(platform, {
    name: "issueReturnLabel",
    actor: systemActor,
    idempotencyKey: null,
    input: { returnId },
    work: async (unit) => {
      const now = await lockReturn(unit, null, returnId);
      if (now?.request.status !== "APPROVED") return done({});
      const { orderId } = now.request;
      const { trackingNumber, pdf } = label;
      await unit.manager.insert(ReturnLabelEntity, {
        id: newId("label"),
        returnId,
        carrier: label.carrier,
        trackingNumber,
        pdf,
        printedAt: unit.now,
      });
      // Whoever pays for it in the end, the shop has it printed: what the buyer bears is kept from theirs.
      const { shopId, currency } = now.request;
      const priceMinor = carrier.labelPriceMinor(currency);
      if (priceMinor > 0) {
        await post(unit.manager, {
          kind: "RETURN_LABEL",
          reference: returnId,
          shopId,
          orderId,
          currency,
          entries: move(priceMinor, "SHOP_BALANCE", "SHIPPING", "RETURN_LABEL"),
          at: unit.now,
        });
      }
      await advanceReturn(unit, now.request, "instruct", {
        dueAt: returnDeadlines.sendBy(
          now.policy.rules,
          countedAt(now.locked.order, marketplaceOf(unit.manager)),
          unit.now,
        ),
        carrier: label.carrier,
        trackingNumber,
      });
      const data = { carrier: label.carrier, trackingNumber };
      await recordEvent(unit, { orderId, kind: "return.labelIssued", returnId, data });
      return done({});
    },
  });
}

/** A look at the return as it stands; the lock is let go of before the carrier is called. */
function lockReturnOnce(platform: Platform, returnId: string) {
  return platform.database.transaction((manager) => lockReturn({ manager }, null, returnId));
}
