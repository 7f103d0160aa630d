import type { MutationResolvers } from "#generated/resolvers.generated.js";
import { askSecondPerson } from "#modules/change/exports/ask-second-person.js";
import { checkIds } from "#platform/commands/check-input.js";
import { runForCaller } from "#platform/commands/run-for-caller.js";
import { MoneyTermsEntity } from "./exports/money-terms.entity.js";
import { publishTerms, termsSummary } from "./publish-terms.js";

export const publishMoneyTerms: NonNullable<MutationResolvers["publishMoneyTerms"]> = async (
  _,
  { input },
  context,
) => {
  const { terms } = input;
  const [shopId, from] = [input.shopId ?? null, input.from ?? null];
  const expectedNumber = input.expectedNumber ?? null;
  const result = await runForCaller<{ versionId: string }>(context, {
    name: "publishMoneyTerms",
    input,
    problem: checkIds(input, [["shopId", "shop", shopId]]),
    work: async (unit) => {
      const wanted = { shopId, terms, from, expectedNumber };
      const published = await publishTerms(unit, wanted);
      if (!published.ok || shopId !== null) return published;
      const summary = termsSummary(published.made as MoneyTermsEntity);
      return askSecondPerson(unit, { command: "publishMoneyTerms", input: { ...wanted }, summary });
    },
  });
  if (!result.ok) return result.refused as never;
  const { replayed, dryRun, answer } = result;
  const published =
    (result.made as MoneyTermsEntity | undefined) ??
    (await context.platform.database.manager.findOneByOrFail(MoneyTermsEntity, {
      id: answer.versionId,
    }));
  return { __typename: "MoneyTermsSuccess", published, replayed, dryRun };
};
