import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { RefundTracker, type TrackedRefund } from "./refund-tracker.tsx";
import { renderApp } from "./testing/render-app.tsx";

const brl = (amountMinor: number) => ({ amountMinor, currency: "BRL" });
const card = {
  status: "SUCCEEDED",
  paidOtherwise: false,
  amount: brl(10_000),
  payment: { label: "Visa •••• 4242" },
};
const refund: TrackedRefund = {
  id: "ref_1",
  status: "SUCCEEDED",
  amount: brl(10_000),
  paid: brl(10_000),
  promisedBy: "2026-12-03T12:00:00Z",
  expectedBy: null,
  expectedAtBankBy: "2026-12-14T12:00:00Z",
  steps: [],
  allocations: [card],
};
const show = (change: Partial<TrackedRefund>) =>
  renderApp(
    <RefundTracker
      refund={{ ...refund, ...change }}
      reader="BUYER"
      title="Refund"
      proofTo="/proof"
    />,
  );
const text = () => document.body.textContent ?? "";

describe("a refund's tracker", () => {
  it("shows one date to come, the newest, and none that was promised before", () => {
    show({
      status: "PROCESSING",
      paid: brl(0),
      expectedBy: "2026-12-09T12:00:00Z",
      expectedAtBankBy: null,
    });
    expect(text()).toContain("Now expected by");
    expect(text()).toContain("Dec 9");
    expect(text()).not.toContain("Dec 3");
  });

  it("says what to do once the bank has had its time, and gives no date any more", () => {
    const arrivalNote = "It should be on your statement by now. If it isn't, get help.";
    show({ arrivalNote });
    expect(screen.getByText(arrivalNote)).toBeDefined();
    expect(text()).not.toContain("Dec 14");
  });

  it("shows as paid what was paid: not what a bank has paid, nor the card where credit was taken", () => {
    show({
      paid: brl(5_000),
      allocations: [
        { ...card, amount: brl(5_000), paidOtherwise: true },
        { ...card, amount: brl(5_000), status: "CANCELED" },
      ],
      payouts: [
        { id: "rpo_1", kind: "BANK_TRANSFER", status: "FAILED", amount: brl(5_000) },
        { id: "rpo_2", kind: "STORE_CREDIT", status: "SUCCEEDED", amount: brl(5_000) },
      ],
    });
    expect(text()).not.toContain("100.00");
    expect(text()).not.toContain("4242");
    // The title, and the credit.
    expect(text().match(/R\$50\.00/g)).toHaveLength(2);
  });
});
