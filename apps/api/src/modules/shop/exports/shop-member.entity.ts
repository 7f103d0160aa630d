import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import { textColumn } from "#platform/database/columns.js";
import type { ShopRole } from "#platform/identity/caller.js";

/** A person who works for a shop. */
@Entity("shop_members")
@Index(["personId", "shopId"], { unique: true })
export class ShopMemberEntity {
  @PrimaryColumn(textColumn) id!: string;
  @Index()
  @ForeignKey("shops")
  @Column(textColumn)
  shopId!: string;
  @ForeignKey("people")
  @Column(textColumn)
  personId!: string;
  @Column(textColumn) role!: ShopRole;
}
