import type { QuoteCancellationInput } from "#generated/resolvers.generated.js";
import { keepDecision, namedDecision } from "#modules/decision/exports/store-decision.js";
import { checkIds } from "#platform/commands/check-input.js";
import { done, refuse } from "#platform/commands/refused.js";
import { type CommandResult, runCommand } from "#platform/commands/run-command.js";
import type { RequestContext } from "#platform/graphql/context.js";
import { actorOf } from "#platform/identity/actor.js";
import { callerId } from "#platform/identity/caller.js";
import { decideFor } from "./decide-for.js";
import { checkUnits } from "./exports/check-units.js";
import { keepQuote } from "./exports/keep-quote.js";
import { quoteFor } from "./make-quote.js";

/** Quotes a cancellation and keeps the quote, so that the confirmation can name what was shown. */
export async function quoteForCaller(
  context: RequestContext,
  input: QuoteCancellationInput,
): Promise<CommandResult<{ quoteId: string }>> {
  const { caller, platform } = context;
  return runCommand<{ quoteId: string }>(platform, {
    name: "quoteCancellation",
    actor: actorOf(caller),
    idempotencyKey: null,
    input: { ...input },
    orderId: input.orderId,
    work: async (unit) => {
      const bad = checkIds({}, [["orderId", "order", input.orderId]]) ?? checkUnits(input.units);
      if (bad) return refuse(bad);
      const units = input.units ?? null;
      const ask = { units, reasonCode: null, note: null, confirmedLater: true };
      const decided = await decideFor(unit, caller, input.orderId, ask);
      if (!decided) return refuse({ kind: "NotFound", what: "order" });
      const { decision } = decided;
      const view = namedDecision(input.orderId, decision, decided.question);
      if (decision.refusal) return refuse(decision.refusal, { ...view, id: null });
      await keepDecision(unit.manager, view, callerId(caller), unit.now);
      const quote = quoteFor({ ...decided, units, now: unit.now });
      const made = {
        locked: decided.locked,
        decisionId: view.id ?? "",
        callerId: callerId(caller),
      };
      const row = await keepQuote(unit.manager, quote, { ...made, now: unit.now });
      return done({ quoteId: row.id });
    },
  });
}
