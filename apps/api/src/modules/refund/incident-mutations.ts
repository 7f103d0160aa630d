import { assert } from "@makegood/domain/assert";
import type { MutationResolvers } from "#generated/resolvers.generated.js";
import { askSecondPerson } from "#modules/change/exports/ask-second-person.js";
import { checkIds, checkText } from "#platform/commands/check-input.js";
import { runForCaller } from "#platform/commands/run-for-caller.js";
import type { RefundIncidentEntity } from "./exports/refund-incident.entity.js";
import { incidentById } from "./exports/refund-payout-loaders.js";
import { incidentSummary, type SettledIncident, settleIncident } from "./settle-incident.js";

export const incidentMutations: Pick<MutationResolvers, "settleRefundIncident"> = {
  settleRefundIncident: async (_, { input }, context) => {
    const note = checkText("note", input.note, { most: 2_000, needed: true });
    const unusable =
      input.settlement === "NOT_TWICE"
        ? ({ kind: "InvalidInput", field: "settlement", problem: "UNKNOWN_VALUE" } as const)
        : null;
    const result = await runForCaller<{ incidentId: string }>(context, {
      name: "settleRefundIncident",
      input,
      problem:
        checkIds(input, [["incidentId", "refundIncident", input.incidentId]]) ??
        (note.ok ? null : note.refusal) ??
        unusable,
      work: async (unit, caller) => {
        const wanted: SettledIncident = {
          incidentId: input.incidentId,
          settlement: input.settlement === "PAID_BACK" ? "PAID_BACK" : "WRITTEN_OFF",
          note: (note.ok ? note.value : null) ?? "",
        };
        const settled = await settleIncident(unit, caller, wanted);
        if (!settled.ok) return settled;
        return askSecondPerson(unit, {
          command: "settleRefundIncident",
          input: { ...wanted },
          summary: await incidentSummary(unit.manager, wanted),
        });
      },
    });
    if (!result.ok) return result.refused as never;
    const stored = await context.loader(incidentById).load(result.answer.incidentId);
    const incident = stored ?? (result.made as RefundIncidentEntity | undefined);
    assert(incident !== undefined, "an incident is never deleted");
    const { replayed, dryRun } = result;
    return { __typename: "RefundIncidentSuccess" as const, incident, replayed, dryRun };
  },
};
