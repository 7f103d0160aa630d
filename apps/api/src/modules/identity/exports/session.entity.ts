import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import { instant, nullableInstant, nullableText, textColumn } from "#platform/database/columns.js";
import type { AppName } from "#platform/identity/caller.js";

/** One sign-in in one app. Only the token's hash is kept, so that a leaked table opens nothing. */
@Entity("sessions")
export class SessionEntity {
  @PrimaryColumn(textColumn) id!: string;
  @Index()
  @ForeignKey("people")
  @Column(textColumn)
  personId!: string;
  @Column(textColumn) app!: AppName;
  @Index({ unique: true })
  @Column(textColumn)
  tokenHash!: string;
  @Column(instant) createdAt!: Date;
  @Column(instant) expiresAt!: Date;
  @Column(nullableInstant) endedAt!: Date | null;
  /** To within some minutes: not every request writes. */
  @Column({ ...instant, default: () => "now()" }) lastUsedAt!: Date;
  /** What the browser calls itself, for its owner to tell sessions apart. */
  @Column(nullableText) device!: string | null;
}
