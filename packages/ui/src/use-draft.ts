import { useState } from "react";

/** Text that survives a reload until it is done with; begins with what is to be changed, if anything is. */
export function useDraft(key: string, before = ""): [string, (text: string) => void, () => void] {
  const name = `makegood.draft.${key}`;
  const [text, setText] = useState(() => sessionStorage.getItem(name) ?? before);
  const keep = (next: string) => {
    setText(next);
    sessionStorage.setItem(name, next);
  };
  const clear = () => {
    setText(before);
    sessionStorage.removeItem(name);
  };
  return [text, keep, clear];
}
