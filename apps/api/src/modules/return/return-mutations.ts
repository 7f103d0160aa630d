import { assert } from "@makegood/domain/assert";
import type { MutationResolvers } from "#generated/resolvers.generated.js";
import { checkUnits } from "#modules/cancellation/exports/check-units.js";
import type { QuoteEntity } from "#modules/cancellation/exports/quote.entity.js";
import type { ReturnCarrier } from "#modules/carrier/exports/return-carrier.js";
import { checkPhotos } from "#modules/photo/exports/attach-photos.js";
import { checkIds, checkText } from "#platform/commands/check-input.js";
import type { DecisionView } from "#platform/commands/decision-view.js";
import type { CommandResult } from "#platform/commands/run-command.js";
import { type CallerCommand, runForCaller } from "#platform/commands/run-for-caller.js";
import type { RequestContext } from "#platform/graphql/context.js";
import {
  acceptReturnOffer,
  answerReturnInfo,
  approveReturn,
  askReturnInfo,
  cancelReturn,
  declineReturnOffer,
  offerPartialRefund,
  rejectReturn,
} from "./answer-request.js";
import { requestReturn } from "./exports/request-return.js";
import type { ReturnEntity } from "./exports/return.entity.js";
import { returnById } from "./exports/return-loaders.js";
import { acceptDeduction, inspectReturn, type UnitFinding } from "./inspect-return.js";
import { addReturnTracking, markReturnReceived } from "./parcel.js";
import { quoteReturnForCaller } from "./quote-return-for-caller.js";
import { refundInstead } from "./refund-instead.js";
import { restockUnit } from "./restock.js";

type Worked = { returnId: string };
type Command = Omit<CallerCommand<Worked>, "problem"> & {
  input: { returnId: string; idempotencyKey: string; dryRun?: boolean | null | undefined };
  problem?: CallerCommand<Worked>["problem"];
};

async function payload(context: RequestContext, result: CommandResult<Worked>) {
  if (!result.ok) return result.refused as never;
  const stored = await context.loader(returnById).load(result.answer.returnId);
  const request = stored ?? (result.made as ReturnEntity | undefined);
  assert(request !== undefined, "a return is never deleted");
  const { replayed, dryRun } = result;
  return { __typename: "ReturnSuccess" as const, return: request, replayed, dryRun };
}

/** What a dry run of a request made is gone with it: its quote and decision are told instead. */
async function requestPayload(context: RequestContext, result: CommandResult<Worked>) {
  if (!result.ok || !result.dryRun) return payload(context, result);
  const { quote, decision } = result.made as { quote: QuoteEntity; decision: DecisionView };
  return { __typename: "ReturnDryRun" as const, quote, eligibility: decision };
}

/** A command on a return that exists. */
async function onReturn(context: RequestContext, command: Command) {
  const problem =
    checkIds(command.input, [["returnId", "return", command.input.returnId]]) ??
    command.problem ??
    null;
  return payload(context, await runForCaller<Worked>(context, { ...command, problem }));
}

const optional = (field: string, given: string | null | undefined, needed = false) => {
  const checked = checkText(field, given, { most: 2_000, needed });
  return checked.ok
    ? { text: checked.value, refusal: null }
    : { text: null, refusal: checked.refusal };
};

export const returnMutations = (
  carrier: ReturnCarrier,
): Pick<
  MutationResolvers,
  | "quoteReturn"
  | "requestReturn"
  | "approveReturn"
  | "rejectReturn"
  | "askReturnInfo"
  | "answerReturnInfo"
  | "offerPartialRefund"
  | "answerReturnOffer"
  | "cancelReturn"
  | "addReturnTracking"
  | "markReturnReceived"
  | "inspectReturn"
  | "acceptDeduction"
  | "restockUnit"
  | "refundInstead"
> => ({
  quoteReturn: (_, { input }, context) => quoteReturnForCaller(context, carrier, input),

  requestReturn: async (_, { input }, context) => {
    const note = optional("note", input.note);
    const wish = optional("wish", input.wish);
    return requestPayload(
      context,
      await runForCaller<Worked>(context, {
        name: "requestReturn",
        input,
        orderId: input.orderId,
        problem:
          checkIds(input, [
            ["orderId", "order", input.orderId],
            ["quoteId", "quote", input.quoteId],
          ]) ??
          checkUnits(input.units) ??
          note.refusal ??
          wish.refusal ??
          checkPhotos(input.photoIds),
        work: (unit, caller) =>
          requestReturn(unit, caller, carrier, {
            orderId: input.orderId,
            units: input.units ?? null,
            reasonCode: input.reasonCode ?? null,
            note: note.text,
            photoIds: input.photoIds ?? [],
            method: input.method ?? "LABEL",
            kind: input.kind ?? "REFUND",
            wish: wish.text,
            quoteId: input.quoteId ?? null,
          }),
      }),
    );
  },

  refundInstead: (_, { input }, context) => {
    const reason = optional("reason", input.reason);
    return onReturn(context, {
      name: "refundInstead",
      input,
      problem: reason.refusal,
      work: (unit, caller) => refundInstead(unit, caller, input.returnId, reason.text),
    });
  },

  approveReturn: (_, { input }, context) =>
    onReturn(context, {
      name: "approveReturn",
      input,
      work: (unit, caller) => approveReturn(unit, caller, input.returnId),
    }),

  rejectReturn: (_, { input }, context) => {
    const note = optional("note", input.note);
    return onReturn(context, {
      name: "rejectReturn",
      input,
      problem: note.refusal ?? checkPhotos(input.photoIds),
      work: (unit, caller) =>
        rejectReturn(unit, caller, {
          returnId: input.returnId,
          reason: input.reason,
          note: note.text,
          photoIds: input.photoIds ?? [],
        }),
    });
  },

  askReturnInfo: (_, { input }, context) => {
    const question = optional("question", input.question, true);
    return onReturn(context, {
      name: "askReturnInfo",
      input,
      problem: question.refusal,
      work: (unit, caller) =>
        askReturnInfo(unit, caller, { returnId: input.returnId, question: question.text ?? "" }),
    });
  },

  answerReturnInfo: (_, { input }, context) => {
    const answer = optional("answer", input.answer, true);
    return onReturn(context, {
      name: "answerReturnInfo",
      input,
      problem: answer.refusal ?? checkPhotos(input.photoIds),
      work: (unit, caller) =>
        answerReturnInfo(unit, caller, {
          returnId: input.returnId,
          answer: answer.text ?? "",
          photoIds: input.photoIds ?? [],
        }),
    });
  },

  offerPartialRefund: (_, { input }, context) => {
    const note = optional("note", input.note);
    return onReturn(context, {
      name: "offerPartialRefund",
      input,
      problem:
        note.refusal ??
        (input.amountMinor >= 1
          ? null
          : { kind: "InvalidInput", field: "amountMinor", problem: "OUT_OF_RANGE" }),
      work: (unit, caller) =>
        offerPartialRefund(unit, caller, {
          returnId: input.returnId,
          amountMinor: input.amountMinor,
          note: note.text,
        }),
    });
  },

  answerReturnOffer: (_, { input }, context) =>
    onReturn(context, {
      name: "answerReturnOffer",
      input,
      work: (unit, caller) =>
        (input.accept ? acceptReturnOffer : declineReturnOffer)(unit, caller, input.returnId),
    }),

  cancelReturn: (_, { input }, context) =>
    onReturn(context, {
      name: "cancelReturn",
      input,
      work: (unit, caller) => cancelReturn(unit, caller, input.returnId),
    }),

  addReturnTracking: (_, { input }, context) => {
    const { returnId, carrier: name, trackingNumber } = input;
    return onReturn(context, {
      name: "addReturnTracking",
      input,
      work: (unit, caller) =>
        addReturnTracking(unit, caller, { returnId, carrier: name, trackingNumber }),
    });
  },

  markReturnReceived: (_, { input }, context) =>
    onReturn(context, {
      name: "markReturnReceived",
      input,
      work: (unit, caller) => markReturnReceived(unit, caller, input.returnId),
    }),

  inspectReturn: (_, { input }, context) => {
    const findings = input.units.map(({ deductionMinor, grade, note, ...rest }) => ({
      ...rest,
      grade: grade ?? null,
      note: optional("note", note).text,
      deductionMinor: deductionMinor ?? 0,
    }));
    const undecided = findings.findIndex(
      ({ reception, inspection }) => reception === "AWAITING" || inspection === "PENDING",
    );
    const tooLong = input.units.findIndex(({ note }) => optional("note", note).refusal);
    const badGrade = findings.findIndex(({ grade }) => grade !== null && !/^[A-D]$/.test(grade));
    return onReturn(context, {
      name: "inspectReturn",
      input,
      problem:
        checkPhotos(input.photoIds) ??
        (tooLong >= 0
          ? {
              kind: "InvalidInput",
              field: `units.${tooLong}.note`,
              problem: "TOO_LONG",
              most: 2_000,
            }
          : null) ??
        (undecided >= 0
          ? { kind: "InvalidInput", field: `units.${undecided}.inspection`, problem: "EMPTY" }
          : badGrade >= 0
            ? { kind: "InvalidInput", field: `units.${badGrade}.grade`, problem: "UNKNOWN_VALUE" }
            : null),
      work: (unit, caller) =>
        inspectReturn(unit, caller, {
          returnId: input.returnId,
          units: findings as UnitFinding[],
          photoIds: input.photoIds ?? [],
        }),
    });
  },

  restockUnit: async (_, { input }, context) =>
    payload(
      context,
      await runForCaller<Worked>(context, {
        name: "restockUnit",
        input,
        problem: checkIds(input, [["unitId", "returnUnit", input.unitId]]),
        work: (unit, caller) => restockUnit(unit, caller, input.unitId),
      }),
    ),

  acceptDeduction: (_, { input }, context) =>
    onReturn(context, {
      name: "acceptDeduction",
      input,
      work: (unit, caller) => acceptDeduction(unit, caller, input.returnId),
    }),
});
