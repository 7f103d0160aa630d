import { assert } from "@makegood/domain/assert";
import type { QuoteReturnInput } from "#generated/resolvers.generated.js";
import { quoteById } from "#modules/cancellation/exports/cancellation-loaders.js";
import { checkUnits } from "#modules/cancellation/exports/check-units.js";
import { keepQuote } from "#modules/cancellation/exports/keep-quote.js";
import type { ReturnCarrier } from "#modules/carrier/exports/return-carrier.js";
import { keepDecision, namedDecision } from "#modules/decision/exports/store-decision.js";
import { checkIds } from "#platform/commands/check-input.js";
import { done, refuse } from "#platform/commands/refused.js";
import { runCommand } from "#platform/commands/run-command.js";
import { knownCaller } from "#platform/graphql/callers.js";
import type { RequestContext } from "#platform/graphql/context.js";
import { actorOf } from "#platform/identity/actor.js";
import { callerId } from "#platform/identity/caller.js";
import { decideForReturn, returnQuoteFor } from "./decide-for-return.js";

/** Quotes a return and keeps the quote, so that the confirmation can name what was shown. */
export async function quoteReturnForCaller(
  context: RequestContext,
  carrier: ReturnCarrier,
  input: QuoteReturnInput,
) {
  const caller = knownCaller(context);
  const refusal = checkIds({}, [["orderId", "order", input.orderId]]) ?? checkUnits(input.units);
  if (refusal) return { ...refusal, decision: null } as never;
  const result = await runCommand<{ quoteId: string }>(context.platform, {
    name: "quoteReturn",
    actor: actorOf(caller),
    idempotencyKey: null,
    input: { ...input },
    orderId: input.orderId,
    work: async (unit) => {
      const units = input.units ?? null;
      const reasonCode = input.reasonCode ?? null;
      const kind = input.kind ?? "REFUND";
      // Which variant is said with the confirmation; the amounts are the same for any.
      const wish = kind === "EXCHANGE" ? "" : null;
      const ask = { units, reasonCode, note: null, photos: 0, kind, wish, confirmedLater: true };
      const decided = await decideForReturn(unit, caller, input.orderId, ask);
      if (!decided) return refuse({ kind: "NotFound", what: "order" });
      const { decision, facts } = decided;
      const view = namedDecision(input.orderId, decision, decided.question);
      if (decision.refusal) return refuse(decision.refusal, { ...view, id: null });
      await keepDecision(unit.manager, view, callerId(caller), unit.now);
      const quote = returnQuoteFor(decided, {
        units,
        reasonCode,
        kind,
        method: input.method ?? "LABEL",
        labelMinor: carrier.labelPriceMinor(facts.currency),
        now: unit.now,
      });
      const row = await keepQuote(unit.manager, quote, {
        locked: decided.locked,
        decisionId: view.id ?? "",
        callerId: callerId(caller),
        now: unit.now,
      });
      return done({ quoteId: row.id });
    },
  });
  if (!result.ok) return result.refused as never;
  const quote = await context.loader(quoteById).load(result.answer.quoteId);
  assert(quote !== null, "a quote is kept");
  return { __typename: "QuoteSuccess" as const, quote };
}
