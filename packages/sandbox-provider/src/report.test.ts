import { expect, test } from "vitest";
import type { Refund } from "./contract.js";
import { reportRefunds } from "./report.js";

test("the report gives every refund once, page by page, and none from before", () => {
  const made = (index: number) => new Date(1_000 * index).toISOString();
  const refunds = new Map(
    Array.from({ length: 1_203 }, (_, index) => {
      const refund = { id: `re_${index}`, createdAt: made(index) } as Refund;
      return [refund.id, refund] as const;
    }),
  );
  const ids: string[] = [];
  for (let after: string | null = ""; after !== null; ) {
    const page = reportRefunds(refunds, new URLSearchParams({ since: made(3), after }));
    ids.push(...page.refunds.map(({ id }) => id));
    after = page.next;
  }
  expect(ids).toEqual(Array.from({ length: 1_200 }, (_, index) => `re_${index + 3}`));
});
