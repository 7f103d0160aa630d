import type { AwaitedParty } from "@makegood/domain/case/awaited";
import { PersonEntity } from "#modules/identity/exports/person.entity.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { newId } from "#platform/ids.js";
import type { CaseEntity } from "./case.entity.js";
import { CaseMessageEntity } from "./case-message.entity.js";

export interface NewMessage {
  body: string;
  internal: boolean;
  awaits?: AwaitedParty | null;
}

/** Writes a message as the unit's actor. */
export async function addMessage(
  unit: UnitOfWork,
  support: CaseEntity,
  { body, internal, awaits = null }: NewMessage,
): Promise<CaseMessageEntity> {
  const author = await unit.manager.findOneBy(PersonEntity, { id: unit.actor.id });
  const message: CaseMessageEntity = {
    id: newId("message"),
    caseId: support.id,
    authorKind: unit.actor.kind,
    authorId: unit.actor.id,
    authorName: author?.name ?? "",
    body,
    internal,
    awaits,
    sentAt: unit.now,
  };
  await unit.manager.insert(CaseMessageEntity, message);
  return message;
}
