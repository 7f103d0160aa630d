import { assert } from "@makegood/domain/assert";
import type { CommandResult } from "#platform/commands/run-command.js";
import type { RequestContext } from "#platform/graphql/context.js";
import type { RefundEntity } from "./exports/refund.entity.js";
import { refundById } from "./exports/refund-loaders.js";

/** What every command on a refund answers. */
export async function refundPayload(
  context: RequestContext,
  result: CommandResult<{ refundId: string }>,
) {
  if (!result.ok) return result.refused as never;
  const { replayed, dryRun, answer } = result;
  const stored = await context.loader(refundById).load(answer.refundId);
  const refund = stored ?? (result.made as RefundEntity | undefined);
  assert(refund !== undefined, "a refund is never deleted");
  return { __typename: "RefundSuccess" as const, refund, replayed, dryRun };
}
