import { createHash } from "node:crypto";
import { type EntityManager, QueryFailedError } from "typeorm";
import { collectAppends, writeAppends } from "#platform/commands/appends.js";
import { writeAudit } from "#platform/commands/audit.js";
import { claimKey } from "#platform/commands/idempotency.js";
import type { Outcome, Refused } from "#platform/commands/refused.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import type { Actor } from "#platform/identity/actor.js";
import { carryOutFirst, Overdue, watchForOverdue } from "#platform/jobs/overdue.js";
import type { Platform } from "#platform/platform.js";

export interface Command<A extends Record<string, unknown>> {
  name: string;
  actor: Actor;
  /** Null for what the system does by itself, whose repeats are told apart by state. */
  idempotencyKey: string | null;
  /** Goes to the audit trail and is what a repeated key is compared by; holds no secret. */
  input: Record<string, unknown>;
  dryRun?: boolean;
  /** When it happens, where that is not now: a deadline is carried out as of its own date. */
  at?: Date | undefined;
  /** The order it concerns, for the audit. */
  orderId?: string | null;
  /** Lock, decide, write. Everything through `unit.manager`; runs again after a deadlock. */
  work(unit: UnitOfWork): Promise<Outcome<A>>;
}

export type CommandResult<A> =
  | { ok: true; answer: A; made?: object; replayed: boolean; dryRun: boolean }
  | { ok: false; refused: Refused };

/** Ends the transaction without effect and carries the result out of it. */
class RolledBack<A> extends Error {
  constructor(readonly result: CommandResult<A>) {
    super("rolled back on purpose");
  }
}

const retriedStates = new Set(["40001", "40P01"]);
const lockNotAvailable = "55P03";
const stateOf = (error: unknown) =>
  error instanceof QueryFailedError ? String(error.driverError.code) : "";
const maxTries = 5;

/**
 * The one road of every command: claim the idempotency key, do the work, remember the answer and
 * write the audit row, all in one transaction. A refusal and a dry run leave nothing behind but
 * the refusal's explanation and its audit row. What had to happen to the order before now is carried
 * out first.
 */
export async function runCommand<A extends Record<string, unknown>>(
  platform: Platform,
  command: Command<A>,
): Promise<CommandResult<A>> {
  const carriedOut = new Set<string>();
  for (let tries = 1; ; tries++) {
    const kept: ((manager: EntityManager) => Promise<void>)[] = [];
    try {
      return await attempt(platform, command, kept, carriedOut);
    } catch (error) {
      if (error instanceof Overdue) {
        carriedOut.add(await carryOutFirst(platform, error));
        tries = 0;
        continue;
      }
      if (error instanceof RolledBack) {
        const { result } = error as RolledBack<A>;
        if (!result.ok) await keepRefusal(platform, command, result.refused, kept);
        return result;
      }
      const state = stateOf(error);
      if (retriedStates.has(state) && tries < maxTries) continue;
      const waited = state === lockNotAvailable || retriedStates.has(state);
      // What the system does by itself is a job, which is tried again.
      if (!waited || command.idempotencyKey === null) throw error;
      const key = command.dryRun ? null : command.idempotencyKey;
      return { ok: false, refused: { kind: "Busy", key, decision: null } };
    }
  }
}

function attempt<A extends Record<string, unknown>>(
  platform: Platform,
  command: Command<A>,
  kept: ((manager: EntityManager) => Promise<void>)[],
  carriedOut: ReadonlySet<string>,
): Promise<CommandResult<A>> {
  return platform.database.transaction(async (manager) => {
    const now = command.at ?? platform.clock.now();
    const claim = await claimKey(manager, command, inputHash(command), now).catch((error) => {
      // Only the first call with this key holds the key; whoever holds anything else is another.
      if (stateOf(error) !== lockNotAvailable || command.idempotencyKey === null) throw error;
      const refused = { kind: "IdempotencyInProgress", key: command.idempotencyKey } as const;
      throw new RolledBack<A>({ ok: false, refused: { ...refused, decision: null } });
    });
    if (claim.kind === "REPLAY") {
      return { ok: true, answer: claim.answer as A, replayed: true, dryRun: false };
    }
    if (claim.kind === "REFUSED") throw new RolledBack<A>({ ok: false, refused: claim.refused });

    collectAppends(manager);
    if (command.idempotencyKey !== null) watchForOverdue(manager, { now, carriedOut });
    const outcome = await command.work({
      manager,
      actor: command.actor,
      now,
      keepIfRefused: (write) => kept.push(write),
    });
    if (!outcome.ok) throw new RolledBack<A>({ ok: false, refused: outcome.refused });
    if (command.dryRun) {
      const made = outcome.made ? { made: outcome.made } : {};
      const { answer } = outcome;
      throw new RolledBack<A>({ ok: true, answer, ...made, replayed: false, dryRun: true });
    }
    await writeAppends(manager);
    // When it really was done, also where it is dated otherwise.
    await writeAudit(manager, command, "done", platform.clock.now(), outcome.answer);
    return { ok: true, answer: outcome.answer, replayed: false, dryRun: false };
  });
}

async function keepRefusal<A extends Record<string, unknown>>(
  platform: Platform,
  command: Command<A>,
  refused: Refused,
  kept: ((manager: EntityManager) => Promise<void>)[],
): Promise<void> {
  if (command.dryRun) return;
  await platform.database.transaction(async (manager) => {
    for (const write of kept) await write(manager);
    await writeAudit(manager, command, refused.kind, platform.clock.now());
  });
}

function inputHash(command: { name: string; input: Record<string, unknown> }): string {
  return createHash("sha256")
    .update(JSON.stringify([command.name, command.input]))
    .digest("hex");
}
