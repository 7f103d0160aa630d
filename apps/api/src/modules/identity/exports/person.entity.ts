import type { PolicyLocale } from "@makegood/domain/policy/policy";
import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { instant, nullableText, textColumn } from "#platform/database/columns.js";

/** A person with an account; e-mail is kept in lower case. */
@Entity("people")
export class PersonEntity {
  @PrimaryColumn(textColumn) id!: string;
  @Column(textColumn) name!: string;
  @Index({ unique: true })
  @Column(textColumn)
  email!: string;
  /** Argon2id; null for who cannot sign in by password. */
  @Column(nullableText) passwordHash!: string | null;
  /** Where they were imported from, with their whole id there; null for who was not. */
  @Index("people_external_id", { unique: true })
  @Column(nullableText)
  externalId!: string | null;
  @Column(textColumn) locale!: PolicyLocale;
  /** Whether they want e-mails of what happens to their orders. */
  @Column({ type: "boolean", default: true })
  notifyByEmail!: boolean;
  @Column(instant) createdAt!: Date;
}
