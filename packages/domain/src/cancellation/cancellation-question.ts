import type { UnitsOfLine } from "../decision/decision.js";
import type { BuyerHistory } from "../fair-use/fair-use.js";
import type { PolicyVersion } from "../policy/policy.js";
import type { OrderFacts } from "./cancellation-facts.js";

export type CancellingActor = "BUYER" | "SELLER" | "AGENT" | "INTEGRATION" | "SYSTEM";

/** What is asked for; null asks only whether anything could be canceled. */
export interface CancellationAsk {
  /** All available units when null. */
  readonly units: readonly UnitsOfLine[] | null;
  readonly reasonCode: string | null;
  readonly note: string | null;
  /** A declaration of withdrawal by right of law, which nobody may refuse; not a request. */
  readonly statutory?: boolean;
  /** A quote is asked for first: reason, words and photos come with its confirmation. */
  readonly confirmedLater?: boolean;
}

export interface CancellationQuestion {
  readonly policy: PolicyVersion;
  readonly order: OrderFacts;
  readonly ask: CancellationAsk | null;
  readonly actor: CancellingActor;
  readonly now: Date;
  /** What the buyer asked this shop for before; absent where nothing is counted by it. */
  readonly history?: BuyerHistory;
}
