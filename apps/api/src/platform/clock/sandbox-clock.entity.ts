import { Column, Entity, PrimaryColumn } from "typeorm";
import { integer, minor } from "#platform/database/columns.js";

/** How far a sandbox's clock is ahead of the real one. One row, or none. */
@Entity("sandbox_clock")
export class SandboxClockEntity {
  @PrimaryColumn(integer) id!: number;
  /** Milliseconds. */
  @Column(minor) aheadMs!: number;
}
