import type { CancellingActor } from "../cancellation/cancellation-question.js";
import type { UnitsOfLine } from "../decision/decision.js";
import type { BuyerHistory } from "../fair-use/fair-use.js";
import type { PolicyVersion } from "../policy/policy.js";
import type { ReturnFacts } from "./return-facts.js";
import type { ReturnKind } from "./return-kind.js";

/** What is asked for; null as a whole asks only whether anything could be returned. */
export interface ReturnAsk {
  /** All returnable units when null. */
  readonly units: readonly UnitsOfLine[] | null;
  readonly reasonCode: string | null;
  readonly note: string | null;
  readonly photos: number;
  /** The money where it is left out, as in questions that were kept before it was told. */
  readonly kind?: ReturnKind;
  /** Which variant instead, in the buyer's words; needed for an exchange. */
  readonly wish?: string | null;
  /** A declaration of withdrawal by right of law: it may come before the parcel does. */
  readonly statutory?: boolean;
  /** A quote is asked for first: reason, words and photos come with its confirmation. */
  readonly confirmedLater?: boolean;
}

export interface ReturnQuestion {
  readonly policy: PolicyVersion;
  readonly order: ReturnFacts;
  readonly ask: ReturnAsk | null;
  readonly actor: CancellingActor;
  readonly now: Date;
  /** What the buyer asked this shop for before; absent where nothing is counted by it. */
  readonly history?: BuyerHistory;
}
