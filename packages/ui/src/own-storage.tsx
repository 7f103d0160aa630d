import { createContext, useContext } from "react";

/** What a tab holds of the person who is signed in: drafts, and the keys of what they began. */
export interface OwnStorage {
  /** Says who is signed in. What others left in this tab is removed. */
  belongTo(personId: string): void;
  read<T>(name: string): T | null;
  write(name: string, value: unknown): void;
  remove(name: string): void;
  /** Removes everything: the person signs out. */
  forget(): void;
}

const prefix = "makegood.own.";

function removeUnless(stays: (name: string) => boolean): void {
  for (const name of Object.keys(sessionStorage)) {
    if (name.startsWith(prefix) && !stays(name)) sessionStorage.removeItem(name);
  }
}

/**
 * Storage for one app's tab. It survives a reload and a session that ran out, so that the same person
 * finds what they had filled in, and nobody else does: names carry the app and the person.
 */
export function ownStorage(app: string): OwnStorage {
  let own: string | null = null;
  const ofApp = `${prefix}${app}.`;
  return {
    belongTo(personId) {
      const mine = `${ofApp}${personId}.`;
      if (own === mine) return;
      own = mine;
      removeUnless((name) => !name.startsWith(ofApp) || name.startsWith(mine));
    },
    read<T>(name: string): T | null {
      if (own === null) return null;
      try {
        return JSON.parse(sessionStorage.getItem(own + name) ?? "null") as T | null;
      } catch {
        return null;
      }
    },
    write(name, value) {
      if (own === null) return;
      try {
        sessionStorage.setItem(own + name, JSON.stringify(value));
      } catch {
        // The tab's storage is full or switched off: what is filled in lives as long as the page.
      }
    },
    remove(name) {
      if (own !== null) sessionStorage.removeItem(own + name);
    },
    forget() {
      own = null;
      removeUnless((name) => !name.startsWith(ofApp));
    },
  };
}

const Context = createContext<OwnStorage | null>(null);

/** Puts the tab's storage where drafts find it. */
export const OwnStorageProvider = Context.Provider;

export function useOwnStorage(): OwnStorage {
  const own = useContext(Context);
  if (!own) throw new Error("There is no OwnStorageProvider above.");
  return own;
}
