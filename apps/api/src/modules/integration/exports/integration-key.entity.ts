import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import { instant, json, nullableInstant, textColumn } from "#platform/database/columns.js";
import type { KeyScope } from "#platform/identity/caller.js";

/** A third party's key, bound to one shop. Only the secret's hash is kept. */
@Entity("integration_keys")
export class IntegrationKeyEntity {
  @PrimaryColumn(textColumn) id!: string;
  @Index()
  @ForeignKey("shops")
  @Column(textColumn)
  shopId!: string;
  @Column(textColumn) name!: string;
  @Column(json) scopes!: KeyScope[];
  @Index({ unique: true })
  @Column(textColumn)
  secretHash!: string;
  @Column(textColumn) hint!: string;
  @Column(instant) createdAt!: Date;
  @Column(nullableInstant) lastUsedAt!: Date | null;
  @Column(nullableInstant) revokedAt!: Date | null;
}
