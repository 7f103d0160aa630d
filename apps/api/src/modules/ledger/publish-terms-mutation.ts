import type { MutationResolvers } from "#generated/resolvers.generated.js";
import { checkIds } from "#platform/commands/check-input.js";
import { runForCaller } from "#platform/commands/run-for-caller.js";
import { MoneyTermsEntity } from "./exports/money-terms.entity.js";
import { publishTerms } from "./publish-terms.js";

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
    work: (unit) => publishTerms(unit, { shopId, terms, from, expectedNumber }),
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
