import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import { instant, nullableInstant, nullableText, textColumn } from "#platform/database/columns.js";

/** A parcel on its way to the buyer. */
@Entity("shipments")
export class ShipmentEntity {
  @PrimaryColumn(textColumn) id!: string;
  @Index()
  @ForeignKey("orders")
  @Column(textColumn)
  orderId!: string;
  /** Null, as the number is, where who told of it did not say. */
  @Column(nullableText) carrier!: string | null;
  @Column(nullableText) trackingNumber!: string | null;
  @Column(instant) shippedAt!: Date;
  @Column(nullableInstant) deliveredAt!: Date | null;
}
