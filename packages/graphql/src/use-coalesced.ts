import { useCallback, useEffect, useRef } from "react";

const restMs = 800;

/** Does the work at once, then once more for all that called meanwhile: a burst of news is one question. */
export function useCoalesced(work: () => unknown): () => void {
  const latest = useRef(work);
  latest.current = work;
  const resting = useRef<{ timer: ReturnType<typeof setTimeout>; again: boolean } | null>(null);
  useEffect(() => () => clearTimeout(resting.current?.timer), []);
  return useCallback(function act() {
    if (resting.current) {
      resting.current.again = true;
      return;
    }
    void latest.current();
    const timer = setTimeout(() => {
      const again = resting.current?.again;
      resting.current = null;
      if (again) act();
    }, restMs);
    resting.current = { timer, again: false };
  }, []);
}
