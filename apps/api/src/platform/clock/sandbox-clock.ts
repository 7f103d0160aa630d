import type { Clock } from "@makegood/domain/clock/clock";
import type { DataSource } from "typeorm";
import type { WakeUps } from "#platform/events/wake-ups.js";
import { SandboxClockEntity } from "./sandbox-clock.entity.js";

/** The wake-up topic under which other processes hear that the clock was moved. */
export const clockTopic = "sandbox-clock";

/** A clock that people can move forward, together in all processes; in a sandbox only. */
export class SandboxClock implements Clock {
  private aheadMs = 0;
  private wakeUps: WakeUps | null = null;

  constructor(private readonly database: DataSource) {}

  now(): Date {
    return new Date(Date.now() + this.aheadMs);
  }

  /** Reads how far it is ahead, and keeps up with whoever moves it. */
  async follow(wakeUps: WakeUps): Promise<void> {
    this.wakeUps = wakeUps;
    await this.read();
    wakeUps.subscribe(clockTopic, () => void this.read().catch(() => undefined));
  }

  async read(): Promise<void> {
    const row = await this.database.manager.findOneBy(SandboxClockEntity, { id: 1 });
    this.aheadMs = row?.aheadMs ?? 0;
  }

  /** Moves it to an instant, never back, here and in all other processes. */
  async moveTo(instant: Date): Promise<void> {
    const aheadMs = Math.max(this.aheadMs, instant.getTime() - Date.now());
    await this.database.query(
      `INSERT INTO sandbox_clock (id, ahead_ms) VALUES (1, $1)
       ON CONFLICT (id) DO UPDATE SET ahead_ms = GREATEST(sandbox_clock.ahead_ms, EXCLUDED.ahead_ms)`,
      [Math.round(aheadMs)],
    );
    await this.wakeUps?.announce([clockTopic]);
    this.aheadMs = aheadMs;
  }
}
