import { useState } from "react";

const kept = <T>(name: string): T | null => {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? "null") as T | null;
  } catch {
    return null;
  }
};

/** What is filled in, surviving a reload until it is done with; begins with what was there before, if anything. */
export function useDraft<T = string>(
  key: string,
  before: T = "" as T,
): [value: T, keep: (value: T) => void, clear: () => void] {
  const name = `makegood.draft.${key}`;
  const [value, setValue] = useState(() => kept<T>(name) ?? before);
  const keep = (next: T) => {
    setValue(next);
    sessionStorage.setItem(name, JSON.stringify(next));
  };
  const clear = () => {
    setValue(before);
    sessionStorage.removeItem(name);
  };
  return [value, keep, clear];
}
