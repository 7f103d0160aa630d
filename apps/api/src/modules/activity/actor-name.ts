import { personById } from "#modules/identity/exports/identity-loaders.js";
import { integrationKeyById } from "#modules/integration/exports/integration-loaders.js";
import { shopById } from "#modules/shop/exports/shop-loaders.js";
import type { TimelineEventEntity } from "#platform/events/timeline-event.entity.js";
import type { RequestContext } from "#platform/graphql/context.js";

/** Who did it, as far as the caller may know: people of a shop or of support go by its name. */
export async function actorName(
  event: TimelineEventEntity,
  context: RequestContext,
): Promise<string | null> {
  if (event.actorName) return event.actorName;
  const seesAll = context.caller.kind === "AGENT";
  switch (event.actorKind) {
    case "BUYER":
      return (await context.loader(personById).load(event.actorId))?.name ?? null;
    case "SELLER":
      return (await context.loader(shopById).load(event.shopId))?.name ?? null;
    case "AGENT":
      return seesAll
        ? ((await context.loader(personById).load(event.actorId))?.name ?? null)
        : null;
    case "INTEGRATION":
      return context.caller.kind === "BUYER"
        ? ((await context.loader(shopById).load(event.shopId))?.name ?? null)
        : ((await context.loader(integrationKeyById).load(event.actorId))?.name ?? null);
    // Its name is kept with the event: everybody is told which system it was.
    case "MARKETPLACE_INTEGRATION":
    case "SYSTEM":
    case "PROVIDER":
    case "CARRIER":
      return null;
  }
}
