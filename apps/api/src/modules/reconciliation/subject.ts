import type { DriftKind, DriftSubject } from "@makegood/domain/reconciliation/drift";
import type { EntityManager } from "typeorm";
import type { ProviderName } from "#modules/order/exports/payment.entity.js";

/** A line of a provider's report, whatever it is about. */
export interface ReportedLine {
  theirsId: string;
  /** Our own id of it, where the provider was told. */
  reference: string | null;
  chargeId: string | null;
  intentId: string | null;
  amountMinor: number;
  givenBackMinor: number;
  /** Of a charge: what the bank holds of it, and until when. */
  heldMinor?: number;
  heldUntil?: Date | null;
  currency: string;
  status: string;
  madeAt: Date;
  changedAt: Date;
}

/** A difference, and what it is about in both books. */
export interface FoundItem {
  kind: DriftKind;
  /** Ours, or the provider's where that is one too many: the same difference is one item. */
  subject: string;
  /** When ours was made, by our clock. */
  oursAt: Date | null;
  ours: { minor: number; currency: string } | null;
  theirs: ReportedLine | null;
  attemptId?: string | undefined;
  paymentId?: string | undefined;
  orderId?: string | null;
  chargebackId?: string | undefined;
  payoutId?: string | undefined;
}

/** By whom and when a difference was seen. */
export interface Seen {
  provider: ProviderName;
  about: DriftSubject;
  /** Null where it was seen between two runs, in what a provider said. */
  runId: string | null;
  at: Date;
}

export interface Scope {
  manager: EntityManager;
  provider: ProviderName;
  runId: string;
  /** From when on ours is compared, and until when it was settled; by our clock. */
  since: Date;
  until: Date;
  /** Now, by the provider's clock: a sandbox can move ours ahead of it. */
  theirNow: Date;
}

/** One kind of thing that both books have. */
export interface Subject {
  about: DriftSubject;
  /** How far back both books are read. */
  windowMs: number;
  /** What the provider made since then, by its clock. */
  lines(since: Date): AsyncIterable<ReportedLine[]>;
  /** SQL of the id of ours that the line `l` belongs to. */
  oursId: string;
  /** Everything of ours and of theirs, page by page, with what differs in it. */
  compare(scope: Scope): AsyncIterable<{ compared: number; found: FoundItem[] }>;
}
