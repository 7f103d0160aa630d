import { useSearchParams } from "wouter";

/** A filter kept in the page's address: Back, a reload and a link find the list as it was. */
export function useAddressFilter(name: string): [value: string, set: (value: string) => void] {
  const [search, setSearch] = useSearchParams();
  const set = (value: string) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      // One page, however often its filter changes: Back leaves it.
      { replace: true },
    );
  return [search.get(name) ?? "", set];
}
