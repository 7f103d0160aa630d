import { type ComponentType, lazy, useEffect } from "react";

interface Preloading {
  /** Fetches its code ahead, quietly: where that fails, going there tries again. */
  preload(): void;
}

/** A page whose code comes when it is asked for, or a step before. */
export function lazyPage<N extends string, P>(
  load: () => Promise<{ readonly [K in N]: ComponentType<P> }>,
  name: N,
): ComponentType<P> & Preloading {
  const page = lazy(async () => ({ default: (await load())[name] as ComponentType<object> }));
  const preload = () => void load().catch(() => undefined);
  return Object.assign(page as unknown as ComponentType<P>, { preload });
}

/** Once the page that shows has what it needs, the code of the likely next ones comes, too. */
export function usePreload(pages: readonly Preloading[]): void {
  useEffect(() => {
    const { saveData } = (navigator as { connection?: { saveData?: boolean } }).connection ?? {};
    if (saveData) return;
    const fetchAll = () => {
      for (const page of pages) page.preload();
    };
    // Safari has no idle callback.
    const timer = setTimeout(
      () => ("requestIdleCallback" in window ? requestIdleCallback(fetchAll) : fetchAll()),
      1_000,
    );
    return () => clearTimeout(timer);
  }, [pages]);
}
