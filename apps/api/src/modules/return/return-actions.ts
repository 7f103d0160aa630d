import { commandsFrom } from "@makegood/domain/machine/machine";
import { canRefundInstead } from "@makegood/domain/return/refund-instead";
import { returnMachine } from "@makegood/domain/return/return-machine";
import type { ReturnAction } from "#generated/resolvers.generated.js";
import type { Caller } from "#platform/identity/caller.js";
import type { ReturnEntity } from "./exports/return.entity.js";

type Row = readonly [
  action: ReturnAction,
  command: string,
  who: readonly Caller["kind"][],
  when?: (request: ReturnEntity) => boolean,
];

const seller = ["SELLER", "AGENT", "INTEGRATION"] as const;
const buyer = ["BUYER"] as const;

/** Which command of the machine is whose. */
const table: readonly Row[] = [
  ["APPROVE", "approve", seller],
  ["REJECT", "reject", seller],
  ["ASK_INFO", "askInfo", seller],
  ["ANSWER_INFO", "answer", buyer],
  ["OFFER", "offer", seller],
  ["ANSWER_OFFER", "accept", buyer],
  ["CANCEL", "cancel", ["BUYER", "AGENT"]],
  ["ADD_TRACKING", "scan", ["BUYER", "AGENT"], ({ method }) => method === "OWN"],
  ["MARK_RECEIVED", "receive", ["SELLER", "INTEGRATION"]],
  ["INSPECT", "inspect", seller],
  ["ACCEPT_DEDUCTION", "refund", buyer],
  ["ESCALATE", "escalate", buyer],
];

/** What the caller may do with a return now: the machine's commands that are theirs. */
export function returnActions(request: ReturnEntity, caller: Caller): ReturnAction[] {
  const possible = commandsFrom(returnMachine, request.status);
  const moves = table
    .filter(
      ([, command, who, when]) =>
        possible.includes(command) && who.includes(caller.kind) && (when?.(request) ?? true),
    )
    .map(([action]) => action);
  // No move of the machine: what the return brings changes, not where it stands.
  const turns = canRefundInstead(request) && ["BUYER", ...seller].includes(caller.kind);
  return turns ? [...moves, "REFUND_INSTEAD"] : moves;
}
