import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import {
  integer,
  minor,
  minorFromZero,
  nullableText,
  textColumn,
} from "#platform/database/columns.js";

/** OPEN while its return goes on, DONE once its money is settled, RELEASED when nothing came of it. */
export type ReturnUnitState = "OPEN" | "DONE" | "RELEASED";
export type Reception = "AWAITING" | "RECEIVED" | "MISSING" | "WRONG_ITEM";
export type Inspection = "PENDING" | "ACCEPTED" | "ACCEPTED_WITH_DEDUCTION" | "REJECTED";
export type Disposition = "RESTOCKED" | "NOT_RESTOCKED" | "PROCESSING_REQUIRED" | "MISSING";

/** One unit of a return, with an outcome of its own; triggers keep its line's quantities in step. */
@Entity("return_units")
@Check("return_units_amounts", "gross_minor >= 0 AND kept_minor >= 0 AND deduction_minor >= 0")
@Check("return_units_nothing_below_zero", "kept_minor + deduction_minor <= gross_minor")
@Check("return_units_state", "state IN ('OPEN', 'DONE', 'RELEASED')")
export class ReturnUnitEntity {
  @PrimaryColumn(textColumn) id!: string;
  @Index()
  @ForeignKey("returns")
  @Column(textColumn)
  returnId!: string;
  @Index()
  @ForeignKey("order_lines")
  @Column(textColumn)
  lineId!: string;
  @Column(integer) position!: number;
  /** Its whole share of its line. */
  @Column(minor) grossMinor!: number;
  /** What the policy keeps of that: shipping, fee, label. */
  @Column(minor) keptMinor!: number;
  /** What the inspection, an offer or a ruling took off on top. */
  @Column(minorFromZero) deductionMinor!: number;
  @Column(textColumn) state!: ReturnUnitState;
  @Column(textColumn) reception!: Reception;
  @Column(textColumn) inspection!: Inspection;
  /** A to D, as the seller found it. */
  @Column(nullableText) grade!: string | null;
  @Column(nullableText) disposition!: Disposition | null;
  @Column(nullableText) inspectionNote!: string | null;
}

/** What a unit brings back after all that is kept. */
export const netMinor = (unit: ReturnUnitEntity): number =>
  unit.grossMinor - unit.keptMinor - unit.deductionMinor;
