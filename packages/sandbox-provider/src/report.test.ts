import { expect, test } from "vitest";
import { reportPage } from "./report.js";

test.each([1_203, 1_000, 3, 0])("a report of %i gives each once, and none from before", (count) => {
  const made = (index: number) => new Date(1_000 * index).toISOString();
  const rows = new Map(
    Array.from({ length: count }, (_, index) => {
      const row = { id: `re_${index}`, createdAt: made(index) };
      return [row.id, row] as const;
    }),
  );
  const ids: string[] = [];
  for (let after: string | null = ""; after !== null; ) {
    const asked = new URLSearchParams({ since: made(3), after });
    const page = reportPage(rows, ({ createdAt }) => createdAt, asked);
    ids.push(...page.rows.map(({ id }) => id));
    after = page.next;
  }
  expect(ids).toEqual([...rows.keys()].slice(3));
});
