import type DataLoader from "dataloader";
import type { AppName, Caller } from "#platform/identity/caller.js";
import type { Platform } from "#platform/platform.js";

/** Makes one DataLoader for a request; the factory itself is the key under which it is kept. */
export type LoaderFactory<K, V> = (context: RequestContext) => DataLoader<K, V>;

/** What every resolver gets. One for each HTTP request and each operation on a socket. */
export interface RequestContext {
  readonly platform: Platform;
  readonly caller: Caller;
  /** After a sign-in or sign-out: the rest of the answer is for who it is now. */
  become(caller: Caller): void;
  /** The first-party app that asks, by its x-makegood-app header; null for keys and strangers. */
  readonly app: AppName | null;
  /** The reader's time zone as an app names it; null for keys and strangers. */
  readonly timeZone: string | null;
  /** Of an operation on a socket: many of them ask the same at one moment, and read together. */
  readonly live: boolean;
  readonly requestId: string;
  /** The address asked from, for throttling. */
  readonly remoteAddress: string;
  /** What the client calls itself; null where it doesn't. */
  readonly userAgent: string | null;
  /** The request's loader of this kind, made on first use. */
  loader<K, V>(factory: LoaderFactory<K, V>): DataLoader<K, V>;
  /** Loads afresh from here on: after a command, and for each event of a subscription. */
  forgetLoaders(): void;
  /** Whether the session or key behind a subscription still holds. */
  stillAllowed(): Promise<boolean>;
  /** Wake-up topics that announce a change of the caller's session or key. */
  readonly sessionTopics: readonly string[];
  /** Sets or (null) clears the app's session cookie; nothing on a WebSocket. */
  setSessionCookie(app: AppName, token: string | null, expiresAt: Date | null): void;
}
