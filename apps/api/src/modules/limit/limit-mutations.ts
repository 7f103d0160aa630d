import { isCurrency } from "@makegood/domain/money/currency";
import type { InputProblem, Refusal } from "@makegood/domain/refusal/refusal";
import type { MutationResolvers, SetRefundLimitInput } from "#generated/resolvers.generated.js";
import { askSecondPerson } from "#modules/change/exports/ask-second-person.js";
import { checkIds } from "#platform/commands/check-input.js";
import { runForCaller } from "#platform/commands/run-for-caller.js";
import { LimitSettingEntity } from "./exports/limit-setting.entity.js";
import { limitSummary, setLimit, type WantedLimit } from "./set-limit.js";

function problemWith(input: SetRefundLimitInput): Refusal | null {
  const invalid = (field: string, problem: InputProblem, most?: number): Refusal => ({
    kind: "InvalidInput",
    field,
    problem,
    ...(most === undefined ? {} : { most }),
  });
  const bad = checkIds(input, [["keyId", "integrationKey", input.keyId]]);
  if (bad) return bad;
  if ((input.role == null) === (input.keyId == null)) return invalid("role", "UNKNOWN_VALUE");
  if (!isCurrency(input.currency)) return invalid("currency", "UNKNOWN_VALUE");
  for (const field of ["perRefundMinor", "perDayMinor", "goodwillPerDayMinor"] as const) {
    if ((input[field] ?? 0) < 0) return invalid(field, "OUT_OF_RANGE");
  }
  const days = input.approvalBusinessDays;
  return days >= 1 && days <= 10 ? null : invalid("approvalBusinessDays", "OUT_OF_RANGE", 10);
}

export const limitMutations: Pick<MutationResolvers, "setRefundLimit"> = {
  setRefundLimit: async (_, { input }, context) => {
    const result = await runForCaller<{ holder: string; currency: string }>(context, {
      name: "setRefundLimit",
      input,
      problem: problemWith(input),
      work: async (unit, caller) => {
        const wanted: WantedLimit = {
          holder: input.keyId ? { keyId: input.keyId } : { role: input.role ?? "AGENT" },
          currency: input.currency,
          perRefundMinor: input.perRefundMinor ?? null,
          perDayMinor: input.perDayMinor ?? null,
          goodwillPerDayMinor: input.goodwillPerDayMinor ?? null,
          approvalBusinessDays: input.approvalBusinessDays,
        };
        const set = await setLimit(unit, caller, wanted);
        if (!set.ok || "keyId" in wanted.holder) return set;
        // A role's limit bounds everybody who stands in it.
        const summary = limitSummary(wanted);
        return askSecondPerson(unit, { command: "setRefundLimit", input: { ...wanted }, summary });
      },
    });
    if (!result.ok) return result.refused as never;
    const { replayed, dryRun, answer } = result;
    const limit =
      (result.made as LimitSettingEntity | undefined) ??
      (await context.platform.database.manager.findOneByOrFail(LimitSettingEntity, answer));
    return { __typename: "RefundLimitSuccess" as const, limit, replayed, dryRun };
  },
};
