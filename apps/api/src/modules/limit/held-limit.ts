import type { LimitSettingEntity } from "./exports/limit-setting.entity.js";

/** A limit as it holds: set by somebody, or nothing at all. */
export type HeldLimit = Omit<LimitSettingEntity, "setAt" | "setById"> &
  Partial<Pick<LimitSettingEntity, "setAt" | "setById">>;
