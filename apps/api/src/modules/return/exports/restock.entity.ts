import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import { instant, textColumn } from "#platform/database/columns.js";

/** A unit that went back to stock: once, whoever says so however often. Append-only. */
@Entity("restocks")
export class RestockEntity {
  @ForeignKey("return_units")
  @PrimaryColumn(textColumn)
  returnUnitId!: string;
  @Index()
  @ForeignKey("order_lines")
  @Column(textColumn)
  lineId!: string;
  @Column(textColumn) actorId!: string;
  @Column(instant) at!: Date;
}
