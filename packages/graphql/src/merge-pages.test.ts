import { describe, expect, it } from "vitest";
import { mergePages, type Page } from "./merge-pages.ts";

const page = (names: string, hasNextPage = true): Page => ({
  edges: [...names].map((name) => ({ cursor: `at ${name}`, node: { __ref: name } })),
  pageInfo: { hasNextPage, endCursor: `at ${names.at(-1)}` },
});
const shown = (list: Page) => list.edges.map(({ node }) => node?.__ref).join("");

describe("a list that is asked for again since something happened", () => {
  it("keeps what was loaded behind its first page, and where to go on from", () => {
    const merged = mergePages(page("abcdef"), page("abc"), null);
    expect(shown(merged)).toBe("abcdef");
    expect(merged.pageInfo?.endCursor).toBe("at f");
  });

  it("takes in what is new at its top, and shows nothing twice", () => {
    expect(shown(mergePages(page("abcdef"), page("xab"), null))).toBe("xabcdef");
    expect(shown(mergePages(page("abcdef"), page("eab"), null))).toBe("eabcdf");
  });

  it("loses what is gone from it", () => {
    expect(shown(mergePages(page("abcdef"), page("acd"), null))).toBe("acdef");
  });

  it("is what came where nothing follows, or nothing is the same", () => {
    expect(shown(mergePages(page("abcdef"), page("ab", false), null))).toBe("ab");
    expect(shown(mergePages(page("abcdef"), page("xyz"), null))).toBe("xyz");
  });
});

it("a next page is put behind, without what moved into it", () => {
  expect(shown(mergePages(page("abc"), page("cde"), "at c"))).toBe("abcde");
  expect(shown(mergePages(undefined, page("abc"), null))).toBe("abc");
});
