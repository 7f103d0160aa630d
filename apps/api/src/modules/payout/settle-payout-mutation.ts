import { assert } from "@makegood/domain/assert";
import type { MutationResolvers } from "#generated/resolvers.generated.js";
import { askSecondPerson } from "#modules/change/exports/ask-second-person.js";
import { checkIds, checkText } from "#platform/commands/check-input.js";
import { runForCaller } from "#platform/commands/run-for-caller.js";
import type { PayoutEntity } from "./exports/payout.entity.js";
import { payoutById } from "./exports/payout-loaders.js";
import { payoutSummary, settleByWord } from "./settle-by-word.js";

export const settlePayout: NonNullable<MutationResolvers["settlePayout"]> = async (
  _,
  { input },
  context,
) => {
  const note = checkText("note", input.note, { most: 200, needed: true });
  const words = (note.ok ? note.value : null) ?? "";
  const { payoutId, outcome } = input;
  const result = await runForCaller<{ payoutId: string }>(context, {
    name: "settlePayout",
    input,
    problem: checkIds(input, [["payoutId", "payout", payoutId]]) ?? (note.ok ? null : note.refusal),
    // What a bank did is its provider's to say; a person's word for it needs a second one.
    work: async (unit) => {
      const wanted = { payoutId, outcome, words };
      const settled = await settleByWord(unit, context.platform.config.publicUrl, wanted);
      if (!settled.ok) return settled;
      const summary = await payoutSummary(unit.manager, wanted);
      return askSecondPerson(unit, { command: "settlePayout", input: { ...wanted }, summary });
    },
  });
  if (!result.ok) return result.refused as never;
  const { replayed, dryRun } = result;
  const stored = await context.loader(payoutById).load(payoutId);
  const payout = dryRun ? (result.made as PayoutEntity | undefined) : stored;
  assert(payout != null, "a payout is never deleted");
  return { __typename: "PayoutSuccess", payout, replayed, dryRun };
};
