import type { MoneyTerms } from "@makegood/domain/ledger/money-terms";
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import { instant, integer, json, nullableText, textColumn } from "#platform/database/columns.js";

/** Published terms of the marketplace, or what it agreed with one shop. Never changed: orders keep theirs. */
@Entity("money_terms")
@Check("money_terms_not_backdated", "in_force_from >= published_at")
@Index(["number"], { unique: true, where: "shop_id IS NULL" })
@Index(["shopId", "number"], { unique: true, where: "shop_id IS NOT NULL" })
export class MoneyTermsEntity {
  @PrimaryColumn(textColumn) id!: string;
  /** Null for what holds for all shops that have no terms of their own. */
  @ForeignKey("shops")
  @Column(nullableText)
  shopId!: string | null;
  @Column(integer) number!: number;
  @Column(instant) publishedAt!: Date;
  /** From when captures are made under it. */
  @Column({ ...instant, default: () => "now()" }) inForceFrom!: Date;
  @Column(nullableText) publishedById!: string | null;
  @Column(json) rules!: MoneyTerms;
}
