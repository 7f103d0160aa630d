import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import { integer, minor, textColumn } from "#platform/database/columns.js";

/** HELD while the seller decides, CANCELED once it is carried out, RELEASED when it is not. */
export type CancellationUnitState = "HELD" | "CANCELED" | "RELEASED";

/** Units of one line in a cancellation; triggers keep the line's held and canceled quantity in step. */
@Entity("cancellation_units")
@Check("cancellation_units_values", "quantity > 0 AND amount_minor >= 0")
@Check("cancellation_units_state", "state IN ('HELD', 'CANCELED', 'RELEASED')")
export class CancellationUnitEntity {
  @ForeignKey("cancellations")
  @PrimaryColumn(textColumn)
  cancellationId!: string;
  @Index()
  @ForeignKey("order_lines")
  @PrimaryColumn(textColumn)
  lineId!: string;
  @Column(integer) quantity!: number;
  @Column(minor) amountMinor!: number;
  @Column(textColumn) state!: CancellationUnitState;
}
