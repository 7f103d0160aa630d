import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import { bytes, instant, integer, nullableText, textColumn } from "#platform/database/columns.js";
import type { ActorKind } from "#platform/identity/actor.js";

/** What a photo is there to show. */
export type PhotoPurpose = "REQUEST" | "INFO" | "REJECTION" | "INSPECTION" | "DISPUTE";

/** A photo somebody gave as evidence: re-encoded, without metadata, seen by whoever sees the order. */
@Entity("photos")
@Index(["subjectId", "purpose"])
export class PhotoEntity {
  @PrimaryColumn(textColumn) id!: string;
  @ForeignKey("orders")
  @Column(textColumn)
  orderId!: string;
  /** Who sent it: only they can attach it. */
  @Index()
  @Column(textColumn)
  uploaderId!: string;
  /** As what they sent it. */
  @Column(textColumn) uploaderKind!: ActorKind;
  /** The return or dispute it was given with; null until then. */
  @Column(nullableText) subjectId!: string | null;
  @Column(nullableText) purpose!: PhotoPurpose | null;
  @Column({ ...bytes, select: false }) content!: Buffer;
  @Column(integer) widthPx!: number;
  @Column(integer) heightPx!: number;
  @Column(instant) uploadedAt!: Date;
}
