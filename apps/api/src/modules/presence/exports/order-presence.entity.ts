import { Column, Entity, ForeignKey, PrimaryColumn } from "typeorm";
import { flag, instant, textColumn } from "#platform/database/columns.js";

/** An agent who has an order open, and whether they are about to move its money. */
@Entity("order_presences")
export class OrderPresenceEntity {
  @ForeignKey("orders")
  @PrimaryColumn(textColumn)
  orderId!: string;
  @ForeignKey("people")
  @PrimaryColumn(textColumn)
  personId!: string;
  @Column(flag) acting!: boolean;
  /** By the real clock: nobody is still there because a sandbox's clock stood still. */
  @Column(instant) seenAt!: Date;
}
