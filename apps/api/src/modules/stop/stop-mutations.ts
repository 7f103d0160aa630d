import { assert } from "@makegood/domain/assert";
import type { Refusal } from "@makegood/domain/refusal/refusal";
import type { MutationResolvers, SetStopSwitchInput } from "#generated/resolvers.generated.js";
import { providerNames } from "#modules/order/exports/payment.entity.js";
import { checkIds, checkText } from "#platform/commands/check-input.js";
import type { CommandResult } from "#platform/commands/run-command.js";
import { runForCaller } from "#platform/commands/run-for-caller.js";
import type { RequestContext } from "#platform/graphql/context.js";
import { stopById } from "./exports/stop-loaders.js";
import type { StopSwitchEntity } from "./exports/stop-switch.entity.js";
import { liftStop } from "./lift-stop.js";
import { setStop } from "./set-stop.js";

type Answer = { stopSwitchId: string };

async function payload(context: RequestContext, result: CommandResult<Answer>) {
  if (!result.ok) return result.refused as never;
  const { replayed, dryRun, answer } = result;
  const stored = await context.loader(stopById).load(answer.stopSwitchId);
  const stopSwitch = stored ?? (result.made as StopSwitchEntity | undefined);
  assert(stopSwitch !== undefined, "a stop switch is never deleted");
  return { __typename: "StopSwitchSuccess" as const, stopSwitch, replayed, dryRun };
}

const reasonOf = (input: { reason: string }) =>
  checkText("reason", input.reason, { most: 500, needed: true });

/** What the switch is about; the one of shop and provider that its scope needs. */
const subjectOf = ({ scope, shopId, provider }: SetStopSwitchInput) =>
  scope === "SHOP" ? (shopId ?? "") : scope === "PROVIDER" ? (provider?.trim() ?? "") : "";

function problemWith(input: SetStopSwitchInput): Refusal | null {
  if (input.scope === "SHOP") return checkIds(input, [["shopId", "shop", input.shopId ?? ""]]);
  // A switch for a provider that isn't one would hold nothing back, without anybody noticing.
  if (input.scope === "PROVIDER" && !providerNames.some((name) => name === subjectOf(input))) {
    return { kind: "InvalidInput", field: "provider", problem: "UNKNOWN_VALUE" };
  }
  return checkIds(input, []);
}

export const stopMutations: Pick<MutationResolvers, "setStopSwitch" | "liftStopSwitch"> = {
  setStopSwitch: async (_, { input }, context) => {
    const reason = reasonOf(input);
    return payload(
      context,
      await runForCaller<Answer>(context, {
        name: "setStopSwitch",
        input,
        problem: problemWith(input) ?? (reason.ok ? null : reason.refusal),
        work: (unit) =>
          setStop(unit, {
            scope: input.scope,
            subject: subjectOf(input),
            reason: (reason.ok ? reason.value : null) ?? "",
            until: input.until,
          }),
      }),
    );
  },

  liftStopSwitch: async (_, { input }, context) => {
    const reason = reasonOf(input);
    return payload(
      context,
      await runForCaller<Answer>(context, {
        name: "liftStopSwitch",
        input,
        problem:
          checkIds(input, [["stopSwitchId", "stopSwitch", input.stopSwitchId]]) ??
          (reason.ok ? null : reason.refusal),
        work: (unit) =>
          liftStop(unit, {
            stopSwitchId: input.stopSwitchId,
            reason: (reason.ok ? reason.value : null) ?? "",
          }),
      }),
    );
  },
};
