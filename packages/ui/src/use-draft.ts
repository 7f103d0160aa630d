import { useState } from "react";

/** Text that survives a reload until it is done with. */
export function useDraft(key: string): [string, (text: string) => void, () => void] {
  const name = `makegood.draft.${key}`;
  const [text, setText] = useState(() => sessionStorage.getItem(name) ?? "");
  const keep = (next: string) => {
    setText(next);
    sessionStorage.setItem(name, next);
  };
  const clear = () => {
    setText("");
    sessionStorage.removeItem(name);
  };
  return [text, keep, clear];
}
