import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { instant, nullableText, textColumn } from "#platform/database/columns.js";

/** One seller's business on the marketplace. */
@Entity("shops")
export class ShopEntity {
  @PrimaryColumn(textColumn) id!: string;
  @Column(textColumn) name!: string;
  @Column(nullableText) city!: string | null;
  /** ISO 3166 alpha-2. */
  @Column(textColumn) country!: string;
  /** Its id where it was imported from, as format:id. */
  @Index({ unique: true })
  @Column(nullableText)
  externalId!: string | null;
  @Column(instant) createdAt!: Date;
}
