import { assert } from "@makegood/domain/assert";
import type { Refusal } from "@makegood/domain/refusal/refusal";
import { formatInstant, type Locale, type Localized, utc } from "@makegood/domain/text/locale";
import type { MutationResolvers, SetStopSwitchInput } from "#generated/resolvers.generated.js";
import { askSecondPerson } from "#modules/change/exports/ask-second-person.js";
import { providerNames } from "#modules/order/exports/payment.entity.js";
import { checkIds, checkText } from "#platform/commands/check-input.js";
import type { CommandResult } from "#platform/commands/run-command.js";
import { runForCaller } from "#platform/commands/run-for-caller.js";
import type { RequestContext } from "#platform/graphql/context.js";
import { stopById } from "./exports/stop-loaders.js";
import { StopSwitchEntity } from "./exports/stop-switch.entity.js";
import { liftStop } from "./lift-stop.js";
import { type NewStop, setStop } from "./set-stop.js";

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

/** What pausing or resuming every refund there is means, for the second person. */
const pauseSummary = ({ until, reason }: NewStop): Localized<string> => {
  const by = (locale: Locale) => formatInstant(until, locale, utc);
  return {
    en: `Pause all refunds of all shops until ${by("en")}. Reason: “${reason}”.`,
    "pt-BR": `Pausar todos os reembolsos de todas as lojas até ${by("pt-BR")}. Motivo: “${reason}”.`,
  };
};
const resumeSummary = (reason: string): Localized<string> => ({
  en: `Resume all refunds: what was paused is sent at once. Reason: “${reason}”.`,
  "pt-BR": `Retomar todos os reembolsos: o que estava pausado é enviado na hora. Motivo: “${reason}”.`,
});

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
        work: async (unit) => {
          const wanted = {
            scope: input.scope,
            subject: subjectOf(input),
            reason: (reason.ok ? reason.value : null) ?? "",
            until: input.until,
          };
          const set = await setStop(unit, wanted);
          if (!set.ok || wanted.scope !== "ALL") return set;
          return askSecondPerson(unit, {
            command: "setStopSwitch",
            input: { ...wanted },
            summary: pauseSummary(wanted),
          });
        },
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
        work: async (unit) => {
          const wanted = {
            stopSwitchId: input.stopSwitchId,
            reason: (reason.ok ? reason.value : null) ?? "",
          };
          const lifted = await liftStop(unit, wanted);
          if (!lifted.ok) return lifted;
          const { scope } = await unit.manager.findOneByOrFail(StopSwitchEntity, {
            id: wanted.stopSwitchId,
          });
          if (scope !== "ALL") return lifted;
          return askSecondPerson(unit, {
            command: "liftStopSwitch",
            input: wanted,
            summary: resumeSummary(wanted.reason),
          });
        },
      }),
    );
  },
};
