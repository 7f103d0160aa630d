import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import { instant, nullableInstant, textColumn } from "#platform/database/columns.js";

/** A parcel on its way to the buyer. */
@Entity("shipments")
export class ShipmentEntity {
  @PrimaryColumn(textColumn) id!: string;
  @Index()
  @ForeignKey("orders")
  @Column(textColumn)
  orderId!: string;
  @Column(textColumn) carrier!: string;
  @Column(textColumn) trackingNumber!: string;
  @Column(instant) shippedAt!: Date;
  @Column(nullableInstant) deliveredAt!: Date | null;
}
