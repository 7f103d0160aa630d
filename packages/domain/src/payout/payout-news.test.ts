import { expect, test } from "vitest";
import { payoutNews } from "./payout-news.js";

const news = {
  amountMinor: 9_000,
  balanceMinor: 12_000,
  pendingMinor: 0,
  frozenMinor: 3_000,
  currency: "BRL",
};

test("a shop is told what is paid, and what is held back of it", () => {
  expect(payoutNews({ ...news, status: "PAID" }, "en")).toEqual([
    "A payout of R$90.00 is on its way to your bank.",
    "R$30.00 is held back for now: your money page says by what, and what ends it.",
  ]);
  expect(payoutNews({ ...news, status: "FAILED" }, "en")).toHaveLength(1);
});

test("a shop that owes is told how much", () => {
  const owes = { ...news, status: "CARRIED_OVER", amountMinor: 0, balanceMinor: -250 } as const;
  expect(payoutNews({ ...owes, frozenMinor: 0 }, "pt-BR")[0]).toMatch(/2,50/);
});
