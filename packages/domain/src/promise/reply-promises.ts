/** A message of a case, or what else began or ended a wait in it, as far as promises need it. */
export interface SaidInCase {
  readonly id: string;
  /**
   * REOPENED: support has it back, from whom it waited for or from being resolved. RESOLVED: it ended.
   */
  readonly by: "BUYER" | "SUPPORT" | "OTHER" | "REOPENED" | "RESOLVED";
  readonly internal: boolean;
  /** Nobody has to do anything about it: of support, it is not the answer yet; of a buyer, a thanks. */
  readonly awaitsNobody?: boolean;
  readonly at: Date;
}

export interface ReplyPromise {
  /** What waits, or waited, for an answer. */
  readonly messageId: string;
  readonly madeAt: Date;
  readonly answeredAt: Date | null;
  /** The case was resolved without a word of support's to what the buyer had written. */
  readonly unanswered: boolean;
}

/**
 * Each time the buyer writes while nobody owes them an answer, an answer is owed from then on, until
 * support gives one. More words of theirs meanwhile start no new clock, and neither a button nor a
 * "we are still on it" of support's stops it.
 */
export function replyPromises(messages: readonly SaidInCase[]): ReplyPromise[] {
  const owed: ReplyPromise[] = [];
  let open: SaidInCase | null = null;
  let hasWord = false;
  const end = (at: Date, unanswered: boolean) => {
    if (open) owed.push({ messageId: open.id, madeAt: open.at, answeredAt: at, unanswered });
    open = null;
  };
  for (const message of messages) {
    if (message.internal) continue;
    const { by, awaitsNobody = false, at } = message;
    if (by === "BUYER" || by === "SUPPORT") hasWord = by === "SUPPORT";
    if (by === "REOPENED") open ??= message;
    if (by === "BUYER" && !awaitsNobody) open ??= message;
    if (by === "SUPPORT" && awaitsNobody) open ??= message;
    if (by === "SUPPORT" && !awaitsNobody) end(at, false);
    if (by === "RESOLVED") end(at, !hasWord);
  }
  if (open) {
    const { id, at }: SaidInCase = open;
    owed.push({ messageId: id, madeAt: at, answeredAt: null, unanswered: false });
  }
  return owed;
}
