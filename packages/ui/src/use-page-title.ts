import { type RefObject, useEffect } from "react";

/**
 * The tab is called what the page's heading says, in the language it says it in (WCAG 2.4.2): the
 * heading comes with the page's data, and changes with it.
 */
export function usePageTitle(page: RefObject<HTMLElement | null>, app: string): void {
  useEffect(() => {
    const root = page.current;
    if (!root) return;
    const read = () => {
      const heading = root.querySelector("h1")?.textContent?.trim();
      const title = heading && heading !== app ? `${heading} · ${app}` : app;
      if (document.title !== title) document.title = title;
    };
    read();
    const observer = new MutationObserver(read);
    observer.observe(root, { childList: true, characterData: true, subtree: true });
    return () => observer.disconnect();
  }, [page, app]);
}
