import { useState } from "react";
import { useOwnStorage } from "./own-storage.tsx";

/**
 * What is filled in, surviving a reload until it is done with; begins with what was there before, if
 * anything. It belongs to the person who is signed in, and goes when they sign out.
 */
export function useDraft<T = string>(
  key: string,
  before: T = "" as T,
): [value: T, keep: (value: T) => void, clear: () => void] {
  const own = useOwnStorage();
  const name = `draft.${key}`;
  const [draft, setDraft] = useState(() => ({ name, value: own.read<T>(name) ?? before }));
  // A screen that turns to another subject shows that one's draft, not this one's.
  const current = draft.name === name ? draft : { name, value: own.read<T>(name) ?? before };
  if (current !== draft) setDraft(current);
  const keep = (value: T) => {
    setDraft({ name, value });
    own.write(name, value);
  };
  const clear = () => {
    setDraft({ name, value: before });
    own.remove(name);
  };
  return [current.value, keep, clear];
}
