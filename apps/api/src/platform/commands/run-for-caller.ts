import type { Refusal } from "@makegood/domain/refusal/refusal";
import type { Outcome } from "#platform/commands/refused.js";
import { type CommandResult, runCommand } from "#platform/commands/run-command.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { type KnownCaller, knownCaller } from "#platform/graphql/callers.js";
import type { RequestContext } from "#platform/graphql/context.js";
import { actorOf } from "#platform/identity/actor.js";

interface CommandInput {
  idempotencyKey: string;
  dryRun?: boolean | null | undefined;
}

export interface CallerCommand<A extends Record<string, unknown>> {
  name: string;
  input: CommandInput;
  orderId?: string;
  /** The first thing wrong with the input; null when it can be worked with. */
  problem: Refusal | null;
  work(unit: UnitOfWork, caller: KnownCaller): Promise<Outcome<A>>;
}

/**
 * A command as callers send it: checked, and run once for its idempotency key. That they may give it
 * was looked at before, as its field declares (guard-schema.ts).
 */
export async function runForCaller<A extends Record<string, unknown>>(
  context: RequestContext,
  command: CallerCommand<A>,
): Promise<CommandResult<A>> {
  const caller = knownCaller(context);
  if (command.problem) return { ok: false, refused: { ...command.problem, decision: null } };
  const { idempotencyKey, dryRun, ...input } = command.input;
  const result = await runCommand<A>(context.platform, {
    name: command.name,
    actor: actorOf(caller),
    idempotencyKey,
    input,
    dryRun: dryRun ?? false,
    ...(command.orderId ? { orderId: command.orderId } : {}),
    work: (unit) => command.work(unit, caller),
  });
  context.forgetLoaders();
  return result;
}
