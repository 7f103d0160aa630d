import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { instant, nullableJson, textColumn } from "#platform/database/columns.js";

/** The answer to a command that succeeded, kept per caller for a day, so that a repeat gets the same. */
@Entity("idempotency_keys")
export class IdempotencyKeyEntity {
  @PrimaryColumn(textColumn) callerId!: string;
  @PrimaryColumn(textColumn) key!: string;
  @Column(textColumn) command!: string;
  @Column(textColumn) inputHash!: string;
  @Column(nullableJson) answer!: Record<string, unknown> | null;
  @Column(instant) createdAt!: Date;
  @Index()
  @Column(instant)
  expiresAt!: Date;
}
