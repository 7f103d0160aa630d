import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { newId } from "#platform/ids.js";
import { SavedViewEntity, type ViewPlace } from "./exports/saved-view.entity.js";

const mostViews = 20;

/** Keeps a filter under a name of the person's own; one of the same name is replaced. */
export async function saveView(
  { manager, actor, now }: UnitOfWork,
  view: { place: ViewPlace; name: string; search: string },
): Promise<Outcome<{ place: ViewPlace }>> {
  const { place, name } = view;
  const known = await manager.findBy(SavedViewEntity, { personId: actor.id, place });
  const same = known.find((one) => one.name === name);
  if (!same && known.length >= mostViews) {
    return refuse({
      kind: "InvalidInput",
      field: "name",
      problem: "OUT_OF_RANGE",
      most: mostViews,
    });
  }
  await manager.upsert(
    SavedViewEntity,
    { id: same?.id ?? newId("savedView"), personId: actor.id, createdAt: now, ...view },
    ["personId", "place", "name"],
  );
  return done({ place });
}

/** Forgets a view of the person's own. */
export async function forgetView(
  { manager, actor }: UnitOfWork,
  id: string,
): Promise<Outcome<{ place: ViewPlace }>> {
  const view = await manager.findOneBy(SavedViewEntity, { id, personId: actor.id });
  if (!view) return refuse({ kind: "NotFound", what: "view" });
  await manager.delete(SavedViewEntity, { id });
  return done({ place: view.place });
}
