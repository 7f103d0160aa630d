import type { Refusal } from "@makegood/domain/refusal/refusal";
import { In, IsNull } from "typeorm";
import { checkIds } from "#platform/commands/check-input.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { PhotoEntity, type PhotoPurpose } from "./photo.entity.js";

const most = 8;

/** What is wrong with a list of photos before anything is looked up. */
export function checkPhotos(ids: readonly string[] | null | undefined): Refusal | null {
  const given = ids ?? [];
  if (given.length > most) {
    return { kind: "InvalidInput", field: "photoIds", problem: "OUT_OF_RANGE", most };
  }
  if (new Set(given).size < given.length) {
    return { kind: "InvalidInput", field: "photoIds", problem: "TWICE" };
  }
  return checkIds(
    {},
    given.map((id, index) => [`photoIds.${index}`, "photo", id] as const),
  );
}

/** Makes photos part of what they show. Only the sender's own, of this order, not used elsewhere. */
export async function attachPhotos(
  unit: UnitOfWork,
  ids: readonly string[],
  to: { orderId: string; subjectId: string; purpose: PhotoPurpose },
): Promise<Refusal | null> {
  if (ids.length === 0) return null;
  const mine = {
    id: In([...ids]),
    uploaderId: unit.actor.id,
    orderId: to.orderId,
    subjectId: IsNull(),
  };
  const found = await unit.manager.countBy(PhotoEntity, mine);
  if (found < ids.length) return { kind: "NotFound", what: "photo" };
  const { subjectId, purpose } = to;
  await unit.manager.update(PhotoEntity, mine, { subjectId, purpose });
  return null;
}
