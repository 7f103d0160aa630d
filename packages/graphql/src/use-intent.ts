import { useCallback, useRef } from "react";

/** A key for one intent: kept through retries, replaced once it is done or what is meant changes. */
export function useIntent(): { key(meaning: unknown): string; done(): void } {
  const current = useRef<{ meaning: string; key: string } | null>(null);
  const key = useCallback((meaning: unknown) => {
    const words = JSON.stringify(meaning);
    if (current.current?.meaning !== words) {
      current.current = { meaning: words, key: crypto.randomUUID() };
    }
    return current.current.key;
  }, []);
  const done = useCallback(() => {
    current.current = null;
  }, []);
  return { key, done };
}
