/** A message of a case, as far as promises need it. */
export interface SaidInCase {
  readonly id: string;
  readonly by: "BUYER" | "SUPPORT" | "OTHER";
  readonly internal: boolean;
  readonly at: Date;
}

export interface ReplyPromise {
  /** The message that waits, or waited, for an answer. */
  readonly messageId: string;
  readonly madeAt: Date;
  readonly answeredAt: Date | null;
}

/**
 * Each time the buyer writes while nobody owes them an answer, an answer is owed from then on, until
 * support says something that they can read. More words of theirs meanwhile start no new clock.
 */
export function replyPromises(
  messages: readonly SaidInCase[],
  endedAt: Date | null,
): ReplyPromise[] {
  const owed: ReplyPromise[] = [];
  let open: SaidInCase | null = null;
  for (const message of messages) {
    if (message.internal) continue;
    if (message.by === "BUYER") open ??= message;
    if (message.by !== "SUPPORT" || !open) continue;
    owed.push({ messageId: open.id, madeAt: open.at, answeredAt: message.at });
    open = null;
  }
  if (open) owed.push({ messageId: open.id, madeAt: open.at, answeredAt: endedAt });
  return owed;
}
