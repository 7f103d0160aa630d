import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import { instant, nullableText, textColumn } from "#platform/database/columns.js";

/** What a carrier told us of a parcel, once each however often it is told. */
@Entity("parcel_scans")
export class ParcelScanEntity {
  @PrimaryColumn(textColumn) id!: string;
  @Index()
  @ForeignKey("returns")
  @Column(textColumn)
  returnId!: string;
  @Column(textColumn) status!: "ACCEPTED" | "IN_TRANSIT" | "DELIVERED";
  @Column(nullableText) place!: string | null;
  @Column(instant) at!: Date;
}
