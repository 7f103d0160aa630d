import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import { instant, minor, nullableText, textColumn } from "#platform/database/columns.js";

/** One checkout: one buyer, one currency, one or more payments, one or more orders. */
@Entity("purchases")
export class PurchaseEntity {
  @PrimaryColumn(textColumn) id!: string;
  @Index()
  @ForeignKey("people")
  @Column(textColumn)
  buyerId!: string;
  @Column(textColumn) currency!: string;
  @Column(minor) totalMinor!: number;
  @Column(instant) placedAt!: Date;
  @Index({ unique: true })
  @Column(nullableText)
  externalId!: string | null;
}
