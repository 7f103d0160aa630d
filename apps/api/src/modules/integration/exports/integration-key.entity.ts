import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import {
  instant,
  json,
  nullableInstant,
  nullableText,
  textColumn,
} from "#platform/database/columns.js";
import type { KeyScope } from "#platform/identity/caller.js";

/** A key of a shop's, or (without one) of the marketplace's own. Only the secret's hash is kept. */
@Entity("integration_keys")
@Check("integration_keys_two_people", "approved_by_id IS NULL OR approved_by_id <> created_by_id")
export class IntegrationKeyEntity {
  @PrimaryColumn(textColumn) id!: string;
  @Index()
  @ForeignKey("shops")
  @Column(nullableText)
  shopId!: string | null;
  @Column(textColumn) name!: string;
  @Column(json) scopes!: KeyScope[];
  @Index({ unique: true })
  @Column(textColumn)
  secretHash!: string;
  @Column(textColumn) hint!: string;
  @Column(instant) createdAt!: Date;
  @Column(nullableInstant) lastUsedAt!: Date | null;
  /** Null while nobody set an end. */
  @Column(nullableInstant) expiresAt!: Date | null;
  /** The administrators behind a key of the marketplace: it works once the second has agreed. */
  @Column(nullableText) createdById!: string | null;
  @Column(nullableText) approvedById!: string | null;
  @Column(nullableInstant) revokedAt!: Date | null;
}
