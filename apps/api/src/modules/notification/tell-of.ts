import { zoneOfCountry } from "@makegood/domain/calendar/calendars";
import {
  type Audience,
  audienceOf,
  type Channel,
} from "@makegood/domain/notification/notified-events";
import { formatInstant } from "@makegood/domain/text/locale";
import type { EventData } from "@makegood/domain/timeline/event-data";
import { eventSentence } from "@makegood/domain/timeline/timeline-words";
import type { EntityManager } from "typeorm";
import { In } from "typeorm";
import { toldReason } from "#modules/activity/exports/told-reason.js";
import { CancellationEntity } from "#modules/cancellation/exports/cancellation.entity.js";
import { AgentEntity } from "#modules/identity/exports/agent.entity.js";
import { PersonEntity } from "#modules/identity/exports/person.entity.js";
import { OrderEntity } from "#modules/order/exports/order.entity.js";
import { RefundEntity } from "#modules/refund/exports/refund.entity.js";
import { ReturnEntity } from "#modules/return/exports/return.entity.js";
import { ShopEntity } from "#modules/shop/exports/shop.entity.js";
import { ShopMemberEntity } from "#modules/shop/exports/shop-member.entity.js";
import { TimelineEventEntity } from "#platform/events/timeline-event.entity.js";
import type { AppName } from "#platform/identity/caller.js";
import { newId } from "#platform/ids.js";
import type { Platform } from "#platform/platform.js";
import { queueEmail } from "./exports/queue-email.js";

const readers = {
  buyer: { reader: "BUYER", isAgent: false },
  seller: { reader: "SELLER", isAgent: false },
  support: { reader: null, isAgent: true },
} as const;

interface Recipient {
  person: PersonEntity;
  channel: Channel;
  app: AppName;
}

/** Tells whoever an event concerns, once each: in the app, and by e-mail where that is wanted. */
export function tellOf(platform: Platform, orderId: string, seq: number): Promise<void> {
  return platform.database.transaction(async (manager) => {
    const event = await manager.findOneBy(TimelineEventEntity, { orderId, seq });
    if (!event) return;
    const order = await manager.findOneByOrFail(OrderEntity, { id: orderId });
    const shop = await manager.findOneByOrFail(ShopEntity, { id: order.shopId });
    for (const { person, channel, app } of await recipients(manager, event)) {
      const createdAt = platform.clock.now();
      const inserted = await manager.query(
        `INSERT INTO notifications (id, person_id, order_id, seq, kind, created_at)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (person_id, order_id, seq) DO NOTHING RETURNING id`,
        [newId("notification"), person.id, orderId, seq, event.kind, createdAt],
      );
      if (inserted.length === 0 || channel === "APP" || !person.notifyByEmail) continue;
      const zone = zoneOfCountry(shop.country);
      const sentence = eventSentence(event.kind, event.data, person.locale, zone.id);
      const reason = await reasonFor(manager, event, { person, app });
      const link = `${platform.config.publicUrl}/${app}/orders/${orderId}`;
      await queueEmail(manager, {
        toAddress: person.email,
        subject: `${order.number} · ${shop.name}: ${sentence}`,
        body: [
          `${person.name},`,
          `${sentence}${reason ? `\n“${reason}”` : ""}`,
          formatInstant(event.at, person.locale, zone),
          link,
          "Makegood",
        ].join("\n\n"),
        createdAt,
      });
    }
  });
}

/** As the app would tell it: an e-mail says no more than that. */
function reasonFor(
  manager: EntityManager,
  event: TimelineEventEntity,
  { person, app }: Pick<Recipient, "person" | "app">,
): Promise<string | null> {
  const { reader, isAgent } = readers[app];
  return toldReason(
    event,
    { locale: person.locale, reader, isAgent },
    {
      refund: (id) => manager.findOneBy(RefundEntity, { id }),
      return: (id) => manager.findOneBy(ReturnEntity, { id }),
      cancellation: (id) => manager.findOneBy(CancellationEntity, { id }),
    },
  );
}

/** The people of each side that is told, without whoever did it. */
async function recipients(
  manager: EntityManager,
  event: TimelineEventEntity,
): Promise<Recipient[]> {
  const { buyer: always, seller, ...team } = audienceOf(event.kind);
  // What a system of the marketplace asked in the buyer's name, the buyer hears of.
  const buyer = event.actorKind === "MARKETPLACE_INTEGRATION" ? "EMAIL" : always;
  const only = event.data.owner;
  const told: Recipient[] = [];
  if (buyer && (only === undefined || only === "BUYER")) {
    const person = await manager.findOneByOrFail(PersonEntity, { id: event.buyerId });
    told.push({ person, channel: buyer, app: "buyer" });
  }
  if (seller && (only === undefined || only === "SELLER")) {
    const members = await manager.findBy(ShopMemberEntity, { shopId: event.shopId });
    const people = await manager.findBy(PersonEntity, {
      id: In(members.map(({ personId }) => personId)),
    });
    told.push(...people.map((person) => ({ person, channel: seller, app: "seller" as const })));
  }
  told.push(...(await agentsToTell(manager, event, team)));
  const seen = new Set([event.actorId]);
  return told.filter(({ person }) => !seen.has(person.id) && seen.add(person.id));
}

/** Who of support has to do with an event: first who is told by e-mail. */
async function agentsToTell(
  manager: EntityManager,
  event: TimelineEventEntity,
  { leads, owner, assignees, requester }: Omit<Audience, "buyer" | "seller">,
): Promise<Recipient[]> {
  const ids = new Map<string, Channel>();
  const add = (channel: Channel, people: readonly (string | null | undefined)[]) => {
    for (const id of people) if (id && ids.get(id) !== "EMAIL") ids.set(id, channel);
  };
  const allLeads = async () =>
    (await manager.findBy(AgentEntity, { role: In(["LEAD", "ADMIN"]) })).map(
      ({ personId }) => personId,
    );
  if (leads) add(leads, await allLeads());
  if (owner) {
    const owners = await ownersOfCases(manager, event);
    // What is said in a case that nobody has is the leads' to see.
    if (owners.length > 0 || event.caseId === null) add(owner, owners);
    else add("APP", await allLeads());
  }
  const { assigneeId, releasedId } = event.data as EventData;
  if (assignees) add(assignees, [assigneeId, releasedId]);
  if (requester && event.refundId) {
    const refund = await manager.findOneBy(RefundEntity, { id: event.refundId });
    if (refund?.createdBy === "AGENT") add(requester, [refund.createdById]);
  }
  const people = await manager.findBy(PersonEntity, { id: In([...ids.keys()]) });
  return people.map((person) => ({
    person,
    channel: ids.get(person.id) ?? "APP",
    app: "support" as const,
  }));
}

/** Who has the case it happened in, or, of what happened to the order, its open cases. */
async function ownersOfCases(
  manager: EntityManager,
  { caseId, orderId }: TimelineEventEntity,
): Promise<string[]> {
  const rows: { assignee_id: string }[] = await manager.query(
    `SELECT DISTINCT assignee_id FROM cases WHERE assignee_id IS NOT NULL
       AND CASE WHEN $1::text IS NULL THEN order_id = $2 AND status NOT IN ('RESOLVED', 'CLOSED', 'MERGED')
         ELSE id = $1 END`,
    [caseId, orderId],
  );
  return rows.map(({ assignee_id }) => assignee_id);
}
