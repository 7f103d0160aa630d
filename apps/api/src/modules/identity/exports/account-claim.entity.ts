import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import { instant, nullableInstant, textColumn } from "#platform/database/columns.js";

/** A one-time link by which a person who was imported takes their account over, choosing a password. */
@Entity("account_claims")
export class AccountClaimEntity {
  @PrimaryColumn(textColumn) id!: string;
  @Index("account_claims_person")
  @ForeignKey("people")
  @Column(textColumn)
  personId!: string;
  /** The link's secret is known to whoever holds the link alone. */
  @Index("account_claims_token", { unique: true })
  @Column(textColumn)
  tokenHash!: string;
  @Column(instant) createdAt!: Date;
  @Column(instant) expiresAt!: Date;
  /** When it was used; then it is worth nothing. */
  @Column(nullableInstant) usedAt!: Date | null;
}
