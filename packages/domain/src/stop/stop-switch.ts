/** What a stop switch holds back: everything, one shop's refunds, or those of one provider. */
export const stopScopes = ["ALL", "SHOP", "PROVIDER"] as const;
export type StopScope = (typeof stopScopes)[number];

/** The code of the reason with which a stopped refund waits. */
export const stoppedReason = "stopped";

/** The longest a switch may stay on before somebody has to say so again. Days. */
export const longestStopDays = 7;

export interface StopSwitch {
  readonly scope: StopScope;
  /** The shop's id or the provider's name; empty for everything. */
  readonly subject: string;
}

/** Whether a switch that is on holds back a refund of this shop by this provider. */
export function stops(stop: StopSwitch, refund: { shopId: string; provider: string }): boolean {
  switch (stop.scope) {
    case "ALL":
      return true;
    case "SHOP":
      return stop.subject === refund.shopId;
    case "PROVIDER":
      return stop.subject === refund.provider;
  }
}

/** Whether a date until which it stays on can be accepted: in the future, and not for ever. */
export function isStopDate(now: Date, until: Date): boolean {
  const leftMs = until.getTime() - now.getTime();
  return leftMs > 0 && leftMs <= longestStopDays * 86_400_000;
}
