import type { PromiseCause } from "@makegood/domain/promise/promise-cause";
import type { PromiseKind, PromiseState } from "@makegood/domain/promise/service-promise";
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import {
  count,
  instant,
  nullableInstant,
  nullableText,
  textColumn,
} from "#platform/database/columns.js";

/** A date by which somebody was told that something would happen, and what became of it. */
@Entity("service_promises")
@Index(["kind", "subjectId"], { unique: true })
@Index(["promisedBy", "id"], { where: "state IN ('OPEN', 'AT_RISK', 'BROKEN')" })
@Index(["shopId", "decidedAt"])
@Index(["decidedAt"])
@Check("service_promises_level", "escalation_level BETWEEN 0 AND 3")
export class ServicePromiseEntity {
  @PrimaryColumn(textColumn) id!: string;
  @Column(textColumn) kind!: PromiseKind;
  /** The refund, cancellation or return; of a reply, the message that waits for it. */
  @Column(textColumn) subjectId!: string;
  @Index()
  @ForeignKey("orders")
  @Column(textColumn)
  orderId!: string;
  @Column(textColumn) shopId!: string;
  @Index()
  @Column(nullableText)
  refundId!: string | null;
  @Column(nullableText) caseId!: string | null;
  /** The method and provider most of the money goes back by; null for answers. */
  @Column(nullableText) method!: string | null;
  @Column(nullableText) provider!: string | null;
  @Column(instant) madeAt!: Date;
  /** Never changes: a trigger holds that. */
  @Column(instant) promisedBy!: Date;
  @Column(textColumn) state!: PromiseState;
  /** Why it isn't kept yet; null where nobody waits any more. */
  @Column(nullableText) cause!: PromiseCause | null;
  @Column(nullableInstant) settledAt!: Date | null;
  /** When it was known to be kept or broken; what figures count by. */
  @Column(nullableInstant) decidedAt!: Date | null;
  /** Once broken: the new expectation. */
  @Column(nullableInstant) expectedBy!: Date | null;
  @Column(count) escalationLevel!: number;
  @ForeignKey("people")
  @Column(nullableText)
  assigneeId!: string | null;
}
