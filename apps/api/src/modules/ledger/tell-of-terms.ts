import { zoneOfCountry } from "@makegood/domain/calendar/calendars";
import { termsNews, termsNewsKind } from "@makegood/domain/ledger/terms-news";
import { termsSentences } from "@makegood/domain/ledger/terms-words";
import type { Locale } from "@makegood/domain/text/locale";
import type { EntityManager } from "typeorm";
import { queueEmail } from "#modules/notification/exports/queue-email.js";
import { newId } from "#platform/ids.js";
import type { Platform } from "#platform/platform.js";
import { MoneyTermsEntity } from "./exports/money-terms.entity.js";

/** The job that tells a shop's members, or those of all shops, of terms. */
export const tellOfTermsTask = "terms.tell";

const pageSize = 200;

interface Member {
  id: string;
  name: string;
  email: string;
  locale: Locale;
  notify: boolean;
  shop: string;
  country: string;
}

/** Tells everybody who sells under these terms, once each: in the app, and by e-mail where that is wanted. */
export async function tellOfTerms(platform: Platform, termsId: string): Promise<void> {
  const { database } = platform;
  const terms = await database.manager.findOneByOrFail(MoneyTermsEntity, { id: termsId });
  for (let after: string | undefined = ""; after !== undefined; ) {
    const last: string = after;
    after = await database.transaction(async (manager) => {
      const members = await membersUnder(manager, terms, last);
      for (const member of members) await tell(platform, manager, terms, member);
      return members.at(-1)?.id;
    });
  }
}

/** A page of the people who sell under them: of a shop with terms of its own, or of all without. */
function membersUnder(
  manager: EntityManager,
  { shopId, inForceFrom }: MoneyTermsEntity,
  after: string,
): Promise<Member[]> {
  return manager.query(
    `SELECT DISTINCT ON (p.id) p.id, p.name, p.email, p.locale, p.notify_by_email AS notify,
       s.name AS shop, s.country
     FROM shop_members m JOIN people p ON p.id = m.person_id JOIN shops s ON s.id = m.shop_id
     WHERE p.id > $1 AND CASE WHEN $2::text IS NOT NULL THEN m.shop_id = $2
       ELSE NOT EXISTS (SELECT 1 FROM money_terms t
         WHERE t.shop_id = m.shop_id AND t.in_force_from <= $3) END
     ORDER BY p.id LIMIT ${pageSize}`,
    [after, shopId, inForceFrom],
  );
}

async function tell(
  { clock, config }: Platform,
  manager: EntityManager,
  terms: MoneyTermsEntity,
  { id, name, email, locale, notify, shop, country }: Member,
): Promise<void> {
  const createdAt = clock.now();
  const inserted = await manager.query(
    `INSERT INTO notifications (id, person_id, terms_id, kind, created_at)
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT (person_id, terms_id) DO NOTHING RETURNING id`,
    [newId("notification"), id, terms.id, termsNewsKind, createdAt],
  );
  if (inserted.length === 0 || !notify) return;
  const sentence = termsNews(terms.inForceFrom, locale, zoneOfCountry(country));
  await queueEmail(manager, {
    toAddress: email,
    subject: `${shop}: ${sentence}`,
    body: [
      `${name},`,
      sentence,
      termsSentences(terms.rules, locale).join("\n"),
      `${config.publicUrl}/seller/money`,
      "Makegood",
    ].join("\n\n"),
    createdAt,
  });
}
