import type { Localized } from "../text/locale.js";
import type { EventData } from "./event-data.js";

/** What a sentence is made from. */
export interface Told {
  readonly amount: string;
  readonly by: string;
  /** Why a promise is late, and by when it is expected now. */
  readonly cause: string;
  readonly expected: string;
  readonly data: EventData;
}

export type EventWords<K extends string> = Localized<Record<K, (told: Told) => string>>;

/** Holds both languages to the same kinds of event. */
export const eventWords = <K extends string>(words: EventWords<K>): EventWords<K> => words;
