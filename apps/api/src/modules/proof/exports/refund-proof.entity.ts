import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import { instant, textColumn } from "#platform/database/columns.js";

/** A proof that was handed out: made once for each state of a refund, and kept. Append-only. */
@Entity("refund_proofs")
@Index(["refundId", "digest"], { unique: true })
export class RefundProofEntity {
  @PrimaryColumn(textColumn) id!: string;
  @ForeignKey("refunds")
  @Column(textColumn)
  refundId!: string;
  /** SHA-256 of what it says, without code and date of issue. */
  @Column(textColumn) digest!: string;
  @Index({ unique: true })
  @Column(textColumn)
  code!: string;
  @Column(instant) issuedAt!: Date;
  /** The proof, signed. */
  @Column(textColumn) jws!: string;
}
