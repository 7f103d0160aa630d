import type { CarryOut } from "#modules/change/answer-change.js";
import { approveKey } from "#modules/integration/approve-key.js";
import { publishTerms, type WantedTerms } from "#modules/ledger/publish-terms.js";
import { setLimit, type WantedLimit } from "#modules/limit/set-limit.js";
import { type SaidOfPayout, settleByWord } from "#modules/payout/settle-by-word.js";
import { type SettledIncident, settleIncident } from "#modules/refund/settle-incident.js";
import { liftStop } from "#modules/stop/lift-stop.js";
import { type NewStop, setStop } from "#modules/stop/set-stop.js";
import type { Config } from "#platform/config/config.js";

/** Dates travel as text in what was proposed. */
type Stored<T> = {
  [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K];
};

/** What each command does once a second person has agreed. */
export const carryOut = ({ publicUrl }: Config): CarryOut => ({
  publishMoneyTerms: (unit, _, { from, ...input }: Stored<WantedTerms>) =>
    publishTerms(unit, { ...input, from: from === null ? null : new Date(from) }),
  settlePayout: (unit, _, input: SaidOfPayout) => settleByWord(unit, publicUrl, input),
  settleRefundIncident: (unit, caller, input: SettledIncident) =>
    settleIncident(unit, caller, input),
  setStopSwitch: (unit, _, { until, ...input }: Stored<NewStop>) =>
    setStop(unit, { ...input, until: new Date(until) }),
  liftStopSwitch: (unit, _, input: { stopSwitchId: string; reason: string }) =>
    liftStop(unit, input),
  setRefundLimit: (unit, caller, input: WantedLimit) => setLimit(unit, caller, input),
  createMarketplaceKey: (unit, _, input: { keyId: string }) => approveKey(unit, input),
});
