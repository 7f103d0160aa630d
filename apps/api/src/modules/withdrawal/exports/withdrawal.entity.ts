import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import { instant, nullableText, textColumn } from "#platform/database/columns.js";

/** A declaration of withdrawal by law, as it was acknowledged. Append-only. */
@Entity("withdrawals")
@Check("withdrawals_some_effect", "cancellation_id IS NOT NULL OR return_id IS NOT NULL")
export class WithdrawalEntity {
  @PrimaryColumn(textColumn) id!: string;
  @Index()
  @ForeignKey("orders")
  @Column(textColumn)
  orderId!: string;
  @ForeignKey("cancellations")
  @Column(nullableText)
  cancellationId!: string | null;
  @ForeignKey("returns")
  @Column(nullableText)
  returnId!: string | null;
  @Column(textColumn) statute!: string;
  @Column(instant) declaredAt!: Date;
  /** What was acknowledged, word for word. */
  @Column(textColumn) acknowledgement!: string;
}
