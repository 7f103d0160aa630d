import { createHash } from "node:crypto";
import type { Localized } from "@makegood/domain/text/locale";
import { type Outcome, refuse } from "#platform/commands/refused.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { newId } from "#platform/ids.js";
import { ProposedChangeEntity, type TwoPersonCommand } from "./proposed-change.entity.js";

/** How long a proposal waits: the world it was made for changes. */
const openDays = 7;

interface Wanted {
  command: TwoPersonCommand;
  input: Record<string, unknown>;
  summary: Localized<string>;
}

/** A proposal as the row it becomes. */
export function proposal(
  { actor, now }: Pick<UnitOfWork, "actor" | "now">,
  { command, input, summary }: Wanted,
): ProposedChangeEntity {
  const text = JSON.stringify(input);
  return {
    id: newId("proposedChange"),
    command,
    input: JSON.parse(text),
    inputHash: createHash("sha256").update(text).digest("hex"),
    summary,
    status: "OPEN",
    proposedById: actor.id,
    proposedAt: now,
    expiresAt: new Date(now.getTime() + openDays * 86_400_000),
    decidedById: null,
    decidedAt: null,
    reason: null,
  };
}

/**
 * Ends a command that one person can't give alone: nothing of what it did in this unit stays, and it
 * waits for a second person, once, however often the same is asked. Called after the work, so that
 * what can't be done is refused and never waits.
 */
export async function askSecondPerson(unit: UnitOfWork, wanted: Wanted): Promise<Outcome<never>> {
  const fresh = proposal(unit, wanted);
  const { command, inputHash } = fresh;
  const open = await unit.manager.findOneBy(ProposedChangeEntity, {
    command,
    inputHash,
    status: "OPEN",
  });
  const still = open && open.expiresAt > unit.now ? open : null;
  const change = still ?? fresh;
  if (!still) {
    unit.keepIfRefused(async (manager) => {
      if (open) {
        await manager.update(
          ProposedChangeEntity,
          { id: open.id, status: "OPEN" },
          { status: "DECLINED", decidedAt: unit.now },
        );
      }
      await manager
        .createQueryBuilder()
        .insert()
        .into(ProposedChangeEntity)
        .values(change as never)
        .orIgnore()
        .execute();
    });
  }
  return refuse({ kind: "ApprovalRequired", changeId: change.id, until: change.expiresAt });
}
