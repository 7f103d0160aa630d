import { Column, Entity, PrimaryColumn } from "typeorm";
import { instant, integer, textColumn } from "#platform/database/columns.js";

/** How far the chains had come at a time, signed: who rewrites a chain lacks the key to sign it. */
@Entity("trail_seals")
export class TrailSealEntity {
  /** From 1, without gaps. */
  @PrimaryColumn(integer) number!: number;
  @Column(instant) sealedAt!: Date;
  /** The signed text: JSON with number, time, the last seal's hash and each chain's newest link. */
  @Column(textColumn) body!: string;
  @Column(textColumn) keyId!: string;
  /** Ed25519, base64url. */
  @Column(textColumn) signature!: string;
}
