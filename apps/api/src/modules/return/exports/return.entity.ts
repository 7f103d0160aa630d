import type { ReturnKind } from "@makegood/domain/return/return-kind";
import type { ReturnStatus } from "@makegood/domain/return/return-machine";
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import {
  flag,
  instant,
  minor,
  nullableInstant,
  nullableJson,
  nullableMinor,
  nullableText,
  textColumn,
} from "#platform/database/columns.js";
import type { ActorKind } from "#platform/identity/actor.js";

/** How the parcel comes back: with our label, or as the buyer sends it. */
export type ReturnMethod = "LABEL" | "OWN";

/** A request to send units back, or to be refunded for them without sending them back. */
@Entity("returns")
@Index(["shopId", "status", "dueAt"])
@Check("returns_amount", "amount_minor >= 0 AND (offer_minor IS NULL OR offer_minor > 0)")
@Check("returns_kind", "kind IN ('REFUND', 'EXCHANGE', 'REPLACEMENT')")
@Check("returns_method", "method IN ('LABEL', 'OWN')")
export class ReturnEntity {
  @PrimaryColumn(textColumn) id!: string;
  @Index()
  @ForeignKey("orders")
  @Column(textColumn)
  orderId!: string;
  @ForeignKey("shops")
  @Column(textColumn)
  shopId!: string;
  @ForeignKey("people")
  @Column(textColumn)
  buyerId!: string;
  @Column(textColumn) status!: ReturnStatus;
  /** What the buyer wants for it: the money, another variant, or the same anew. */
  @Column({ ...textColumn, default: "REFUND" }) kind!: ReturnKind;
  /** Which variant, in the buyer's words; null but for an exchange. */
  @Column(nullableText) wish!: string | null;
  @Column(instant) requestedAt!: Date;
  @Column(textColumn) requestedBy!: ActorKind;
  @Column(textColumn) requestedById!: string;
  @Column(nullableText) reasonCode!: string | null;
  /** The reason's words in every language, as they were when it was given. */
  @Column(nullableJson) reasonLabel!: Record<string, string> | null;
  /** Whose doing the reason says it is; null where none was given. */
  @Column(nullableText) fault!: "NOBODY" | "SELLER" | null;
  @Column(nullableText) note!: string | null;
  @Column(textColumn) method!: ReturnMethod;
  @Column(textColumn) shippingPaidBy!: "BUYER" | "SELLER";
  /** Whether it need not come back. */
  @Column(flag) returnless!: boolean;
  /** What it was quoted to bring back. */
  @Column(minor) amountMinor!: number;
  @Column(textColumn) currency!: string;
  @Column(instant) promisedBy!: Date;
  /** Until when whoever has to act has to; what happens then is the machine's to say. */
  @Column(nullableInstant) dueAt!: Date | null;
  /** What was left of the seller's time when they asked for information. Milliseconds. */
  @Column(nullableMinor) pausedMs!: number | null;
  @Column(nullableInstant) decidedAt!: Date | null;
  @Column(nullableText) decidedBy!: ActorKind | null;
  @Column(nullableText) rejectionReason!: string | null;
  @Column(nullableText) rejectionNote!: string | null;
  @Column(nullableText) question!: string | null;
  @Column(nullableText) answer!: string | null;
  @Column(nullableMinor) offerMinor!: number | null;
  @Column(nullableText) offerNote!: string | null;
  @Column(nullableText) carrier!: string | null;
  @Index()
  @Column(nullableText)
  trackingNumber!: string | null;
  @Column(nullableInstant) sentAt!: Date | null;
  @Column(nullableInstant) receivedAt!: Date | null;
  @Column(nullableInstant) inspectedAt!: Date | null;
  @ForeignKey("decisions")
  @Column(textColumn)
  decisionId!: string;
  @ForeignKey("quotes")
  @Column(textColumn)
  quoteId!: string;
}
