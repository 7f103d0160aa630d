import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import { instant, textColumn } from "#platform/database/columns.js";

/** Where a view is of: the shop's queue, or the desk's inbox. */
export type ViewPlace = "QUEUE" | "INBOX";

/** A filter that somebody named for themselves: what stands behind the page's address. */
@Entity("saved_views")
@Index(["personId", "place", "name"], { unique: true })
export class SavedViewEntity {
  @PrimaryColumn(textColumn) id!: string;
  @ForeignKey("people")
  @Column(textColumn)
  personId!: string;
  @Column(textColumn) place!: ViewPlace;
  @Column(textColumn) name!: string;
  @Column(textColumn) search!: string;
  @Column(instant) createdAt!: Date;
}
