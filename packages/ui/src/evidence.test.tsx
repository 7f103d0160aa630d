import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { DisputeCard } from "./dispute-card.tsx";
import { ReturnCard, type ReturnView } from "./return-card.tsx";
import { renderApp } from "./testing/render-app.tsx";

const euros = (amountMinor: number) => ({ amountMinor, currency: "EUR" });
const photo = (id: string, givenBy: "BUYER" | "SELLER" | "AGENT") => ({
  id,
  path: `/photos/${id}`,
  givenBy,
});

const request: ReturnView = {
  id: "ret_1",
  number: "MG-100042-R1",
  status: "PARTIALLY_ACCEPTED",
  note: "The shade is torn.",
  returnless: false,
  amount: euros(10_000),
  comesBack: euros(7_000),
  photos: [
    { ...photo("pho_asked", "BUYER"), purpose: "REQUEST" },
    { ...photo("pho_found", "SELLER"), purpose: "INSPECTION" },
  ],
  scans: [],
  units: [
    {
      id: "unt_1",
      line: { title: "Lamp" },
      deduction: euros(3_000),
      inspection: "ACCEPTED_WITH_DEDUCTION",
      note: "Worn.",
    },
  ],
  decision: { rule: "window", policyVersion: { number: 1 }, trace: [] },
};

const sourcesIn = (group: string) =>
  within(screen.getByRole("group", { name: group }))
    .getAllByRole("img")
    .map((image) => image.getAttribute("src"));
const before = (first: Element, second: Element) =>
  Boolean(first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING);

describe("evidence stands under the name of who gave it", () => {
  it("a seller's inspection photo with what the inspection found, not with the buyer's words", () => {
    renderApp(<ReturnCard request={request} app="buyer" />);
    expect(sourcesIn("Photos from: Buyer")).toEqual(["/photos/pho_asked?app=buyer"]);
    expect(sourcesIn("Photos from: Seller")).toEqual(["/photos/pho_found?app=buyer"]);
    const found = screen.getByText(/Lamp:/);
    expect(before(found, screen.getByRole("group", { name: "Photos from: Seller" }))).toBe(true);
    expect(before(screen.getByRole("group", { name: "Photos from: Buyer" }), found)).toBe(true);
  });

  it("in a dispute, each side's after what that side says", () => {
    const dispute = {
      id: "dsp_1",
      status: "UNDER_REVIEW" as const,
      buyerStatement: "It came broken.",
      sellerResponse: "It left whole.",
      photos: [photo("pho_seller", "SELLER"), photo("pho_buyer", "BUYER")],
    };
    renderApp(<DisputeCard dispute={dispute} app="support" />);
    const [buyers, sellers] = ["Buyer", "Seller"].map((name) =>
      screen.getByRole("group", { name: `Photos from: ${name}` }),
    ) as [HTMLElement, HTMLElement];
    const answer = screen.getByText("It left whole.");
    expect(before(buyers, answer)).toBe(true);
    expect(before(answer, sellers)).toBe(true);
  });
});

it("a buyer's own parcel is told the shop, the address and the return's number", () => {
  const address = { name: "Pedra, Returns", street: "", postalCode: "", city: "Lisboa" };
  const sending: ReturnView = {
    ...request,
    status: "AWAITING_SHIPMENT",
    type: "EXCHANGE",
    instructions: { address },
  };
  renderApp(<ReturnCard request={sending} app="buyer" />);
  expect(screen.getByText(/Pedra, Returns, Lisboa$/)).toBeTruthy();
  expect(screen.getByText("Write the return number on the parcel:").textContent).toContain(
    "MG-100042-R1",
  );
});
