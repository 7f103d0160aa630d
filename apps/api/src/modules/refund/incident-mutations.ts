import { assert } from "@makegood/domain/assert";
import type { MutationResolvers } from "#generated/resolvers.generated.js";
import { checkIds, checkText } from "#platform/commands/check-input.js";
import { runForCaller } from "#platform/commands/run-for-caller.js";
import type { RefundIncidentEntity } from "./exports/refund-incident.entity.js";
import { incidentById } from "./exports/refund-payout-loaders.js";
import { settleIncident } from "./settle-incident.js";

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
      work: (unit, caller) =>
        settleIncident(unit, caller, {
          incidentId: input.incidentId,
          settlement: input.settlement === "PAID_BACK" ? "PAID_BACK" : "WRITTEN_OFF",
          note: (note.ok ? note.value : null) ?? "",
        }),
    });
    if (!result.ok) return result.refused as never;
    const stored = await context.loader(incidentById).load(result.answer.incidentId);
    const incident = stored ?? (result.made as RefundIncidentEntity | undefined);
    assert(incident !== undefined, "an incident is never deleted");
    const { replayed, dryRun } = result;
    return { __typename: "RefundIncidentSuccess" as const, incident, replayed, dryRun };
  },
};
