/** What an event's sentence may need; each kind uses what it has. */
export interface EventData {
  readonly amountMinor?: number;
  readonly currency?: string;
  readonly promisedBy?: string;
  readonly carrier?: string;
  readonly trackingNumber?: string;
  readonly units?: number;
  readonly rating?: number;
  readonly place?: string;
  /** The number of another order it is about. */
  readonly orderNumber?: string;
  /** The rule that settled it (decision.ts), where it was settled at once. */
  readonly rule?: string;
  /** Whom a reminder is for. */
  readonly owner?: string;
  /** The system of the marketplace that asked for the buyer. */
  readonly askedBy?: string;
  /** Who has a case now, by name and id, and who had it before. */
  readonly assignee?: string;
  readonly assigneeId?: string;
  readonly releasedId?: string;
  /** Why a promise is late, and the day now expected. */
  readonly cause?: string;
  readonly expectedBy?: string;
}
