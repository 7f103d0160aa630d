import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, it, vi } from "vitest";
import { Explanation } from "./explanation.tsx";
import { Shell } from "./shell.tsx";
import { renderApp } from "./testing/render-app.tsx";
import { useAddressFilter } from "./use-address-filter.ts";

const tabs = [{ to: "/", label: "Orders" }];

function Late() {
  const [heading, setHeading] = useState("");
  return (
    <>
      {heading && <h1>{heading}</h1>}
      <button type="button" onClick={() => setHeading("MG-100042")}>
        Load
      </button>
    </>
  );
}

it("the tab is called what the page's heading says, once it is there", async () => {
  renderApp(
    <Shell name="Makegood" tabs={tabs} connected>
      <Late />
    </Shell>,
  );
  expect(document.title).toBe("Makegood");
  await userEvent.click(screen.getByText("Load"));
  await vi.waitFor(() => expect(document.title).toBe("MG-100042 · Makegood"));
});

const decision = {
  rule: "window",
  policyVersion: { number: 1 },
  trace: [
    {
      rule: "window",
      fact: "order.status",
      value: "AWAITING_SHIPMENT",
      threshold: "not CANCELED",
      sentence: "The order has not shipped.",
    },
  ],
};

it("Why? answers in words, and with the data's own names only who works with them", () => {
  const buyers = renderApp(<Explanation decision={decision} />);
  expect(buyers.container.textContent).toContain("The order has not shipped.");
  expect(buyers.container.textContent).not.toContain("order.status");
  buyers.unmount();
  const agents = renderApp(<Explanation decision={decision} fields />);
  expect(agents.container.textContent).toContain("order.status = AWAITING_SHIPMENT");
});

function Filtered() {
  const [value, set] = useAddressFilter("q");
  return <input aria-label="Search" value={value} onChange={(event) => set(event.target.value)} />;
}

it("a filter stands in the address, in one entry that Back leaves as a whole", async () => {
  const entries = history.length;
  const first = renderApp(<Filtered />);
  await userEvent.type(screen.getByLabelText("Search"), "lamp");
  expect(new URLSearchParams(location.search).get("q")).toBe("lamp");
  expect(history.length).toBe(entries);
  first.unmount();
  renderApp(<Filtered />);
  expect(screen.getByLabelText<HTMLInputElement>("Search").value).toBe("lamp");
});
