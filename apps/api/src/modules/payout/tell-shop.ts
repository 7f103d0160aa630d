import { assert } from "@makegood/domain/assert";
import { type PayoutNews, payoutNews } from "@makegood/domain/payout/payout-news";
import { PersonEntity } from "#modules/identity/exports/person.entity.js";
import { queueEmail } from "#modules/notification/exports/queue-email.js";
import { ShopEntity } from "#modules/shop/exports/shop.entity.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import type { PayoutEntity } from "./exports/payout.entity.js";

/**
 * Tells a shop's members by e-mail what became of a payout: once, since it is written in the
 * transaction of what it tells.
 */
export async function tellShop(
  { manager, now: createdAt }: UnitOfWork,
  publicUrl: string,
  payout: PayoutEntity,
): Promise<void> {
  assert(payout.status !== "SCHEDULED", "what is merely scheduled is no news");
  const { name } = await manager.findOneByOrFail(ShopEntity, { id: payout.shopId });
  const members = await manager
    .createQueryBuilder(PersonEntity, "p")
    .innerJoin("shop_members", "m", "m.person_id = p.id")
    .where("m.shop_id = :shopId AND p.notifyByEmail", { shopId: payout.shopId })
    .getMany();
  for (const { name: person, email, locale } of members) {
    const sentences = payoutNews(payout as PayoutNews, locale);
    const body = [`${person},`, ...sentences, `${publicUrl}/seller/money`, "Makegood"];
    await queueEmail(manager, {
      toAddress: email,
      subject: `${name}: ${sentences[0]}`,
      body: body.join("\n\n"),
      createdAt,
    });
  }
}
