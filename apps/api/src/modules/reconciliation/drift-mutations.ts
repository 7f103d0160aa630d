import { assert } from "@makegood/domain/assert";
import type { Refusal } from "@makegood/domain/refusal/refusal";
import type { MutationResolvers } from "#generated/resolvers.generated.js";
import type { Providers } from "#modules/refund/exports/providers.js";
import { checkIds, checkText } from "#platform/commands/check-input.js";
import { done, type Outcome } from "#platform/commands/refused.js";
import type { CommandResult } from "#platform/commands/run-command.js";
import { runForCaller } from "#platform/commands/run-for-caller.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import type { KnownCaller } from "#platform/graphql/callers.js";
import type { RequestContext } from "#platform/graphql/context.js";
import { enqueue } from "#platform/jobs/jobs.js";
import { adoptDriftRefund } from "./adopt-drift-refund.js";
import { askNow, bookDriftAsUnpaid, settleAfterAsking } from "./ask-about-drift.js";
import { driftItemById } from "./exports/drift-loaders.js";
import { reconcileTask } from "./exports/reconciliation-tasks.js";
import { releaseDrift, takeDrift } from "./take-drift.js";
import {
  acceptDrift,
  declineAcceptance,
  openDriftCase,
  proposeAcceptance,
} from "./work-on-drift.js";

type Names =
  | "reconcile"
  | "takeDrift"
  | "releaseDrift"
  | "askAboutDrift"
  | "bookDriftAsUnpaid"
  | "adoptDriftRefund"
  | "openDriftCase"
  | "proposeDriftAcceptance"
  | "acceptDrift"
  | "declineDriftAcceptance";
type Worked = { driftItemId: string };

interface Input {
  driftItemId: string;
  words?: string;
  idempotencyKey: string;
  dryRun?: boolean | null | undefined;
}

async function payload(context: RequestContext, result: CommandResult<Worked>) {
  if (!result.ok) return result.refused as never;
  const driftItem = await context.loader(driftItemById).load(result.answer.driftItemId);
  assert(driftItem !== null, "a difference is never deleted");
  const { replayed, dryRun } = result;
  return { __typename: "DriftSuccess" as const, driftItem, replayed, dryRun };
}

const problemOf = (input: Input): Refusal | null =>
  checkIds(input, [["driftItemId", "drift", input.driftItemId]]);

/** A command on an item by somebody of the team. */
const command =
  (
    name: Names,
    work: (unit: UnitOfWork, caller: KnownCaller, input: Input) => Promise<Outcome<Worked>>,
  ) =>
  async (_: unknown, { input }: { input: Input }, context: RequestContext) => {
    const words = checkText("words", input.words, { most: 2_000, needed: true });
    const wordsRefusal = input.words === undefined || words.ok ? null : words.refusal;
    const problem = problemOf(input) ?? wordsRefusal;
    const clean = words.ok && words.value !== null ? { ...input, words: words.value } : input;
    return payload(
      context,
      await runForCaller<Worked>(context, {
        name,
        input,
        problem,
        work: (unit, caller) => work(unit, caller, clean),
      }),
    );
  };

/** A command that first asks the provider, outside of any transaction. */
const asking =
  (providers: Providers, name: Names, work: typeof settleAfterAsking) =>
  async (_: unknown, { input }: { input: Input }, context: RequestContext) => {
    const refusal = problemOf(input);
    const said = refusal
      ? { ok: false as const, refusal }
      : await askNow(context.platform, providers, input.driftItemId);
    return payload(
      context,
      await runForCaller<Worked>(context, {
        name,
        input,
        problem: said.ok ? null : said.refusal,
        work: (unit) => {
          assert(said.ok, "a refusal is told before anything is done");
          return work(unit, input.driftItemId, said.asked);
        },
      }),
    );
  };

export const driftMutations = (providers: Providers): Pick<MutationResolvers, Names> => ({
  reconcile: async (_, { input }, context) => {
    const result = await runForCaller<{ askedAt: string }>(context, {
      name: "reconcile",
      input,
      problem: checkIds(input, []),
      work: async (unit) => {
        await enqueue(unit.manager, reconcileTask, {}, { key: reconcileTask });
        return done({ askedAt: unit.now.toISOString() });
      },
    });
    if (!result.ok) return result.refused as never;
    const { replayed, dryRun } = result;
    const askedAt = new Date(result.answer.askedAt);
    return { __typename: "ReconcileSuccess" as const, askedAt, replayed, dryRun };
  },
  takeDrift: command("takeDrift", (unit, _, input) => takeDrift(unit, input.driftItemId)),
  releaseDrift: command("releaseDrift", (unit, caller, input) =>
    releaseDrift(unit, caller, input.driftItemId),
  ),
  askAboutDrift: asking(providers, "askAboutDrift", settleAfterAsking),
  bookDriftAsUnpaid: asking(providers, "bookDriftAsUnpaid", bookDriftAsUnpaid),
  adoptDriftRefund: command("adoptDriftRefund", (unit, _, input) =>
    adoptDriftRefund(unit, input.driftItemId, input.words ?? ""),
  ),
  openDriftCase: command("openDriftCase", (unit, caller, input) =>
    openDriftCase(unit, caller, input.driftItemId, input.words ?? ""),
  ),
  proposeDriftAcceptance: command("proposeDriftAcceptance", (unit, caller, input) =>
    proposeAcceptance(unit, caller, input.driftItemId, input.words ?? ""),
  ),
  acceptDrift: command("acceptDrift", (unit, caller, input) =>
    acceptDrift(unit, caller, input.driftItemId),
  ),
  declineDriftAcceptance: command("declineDriftAcceptance", (unit, _, input) =>
    declineAcceptance(unit, input.driftItemId),
  ),
});
