import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import { count, integer, minor, nullableText, textColumn } from "#platform/database/columns.js";

/**
 * A quantity of one product at a unit price; discount, tax and shipping are the line's totals.
 * Held and canceled quantities are kept by triggers on cancellation_units. The first check is the
 * ship lease: a unit is canceled, held or shipped, never two of them.
 */
@Entity("order_lines")
@Index(["orderId", "position"], { unique: true })
@Check("order_lines_ship_lease", "canceled_quantity + held_quantity + shipped_quantity <= quantity")
@Check(
  "order_lines_returns_within_shipped",
  "returning_quantity >= 0 AND returned_quantity >= 0 AND returning_quantity + returned_quantity <= shipped_quantity",
)
@Check(
  "order_lines_quantities",
  "quantity > 0 AND canceled_quantity >= 0 AND held_quantity >= 0 AND shipped_quantity >= 0",
)
export class OrderLineEntity {
  @PrimaryColumn(textColumn) id!: string;
  @ForeignKey("orders")
  @Column(textColumn)
  orderId!: string;
  @Column(integer) position!: number;
  @Column(textColumn) title!: string;
  @Column(nullableText) category!: string | null;
  @Column(integer) quantity!: number;
  @Column(minor) unitPriceMinor!: number;
  @Column(minor) discountMinor!: number;
  @Column(minor) taxMinor!: number;
  @Column(minor) shippingMinor!: number;
  @Column(count) heldQuantity!: number;
  @Column(count) canceledQuantity!: number;
  @Column(count) shippedQuantity!: number;
  /** In an open return; kept by triggers on return_units, as is the next. */
  @Column(count) returningQuantity!: number;
  @Column(count) returnedQuantity!: number;
}
