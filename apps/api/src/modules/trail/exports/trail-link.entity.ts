import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { integer, minor, textColumn } from "#platform/database/columns.js";

/** AUDIT: an audit row. LEDGER: a ledger transaction with its entries. */
export type TrailSubjectKind = "AUDIT" | "LEDGER";

/**
 * The place of one row of evidence in its hash chain; written by a trigger when the row's transaction
 * commits. `hash` covers the link before it, so that nothing can be changed, taken out or put in.
 */
@Entity("trail_links")
@Index(["subjectKind", "subjectId"], { unique: true })
export class TrailLinkEntity {
  /** 0 to 63. */
  @PrimaryColumn(integer) chain!: number;
  /** From 1, without gaps. */
  @PrimaryColumn(minor) seq!: number;
  @Column(textColumn) subjectKind!: TrailSubjectKind;
  @Column(textColumn) subjectId!: string;
  /** SHA-256 of the row's text, in hex. */
  @Column(textColumn) contentHash!: string;
  /** SHA-256 of the last link's hash and this link's fields, in hex. */
  @Column(textColumn) hash!: string;
}
