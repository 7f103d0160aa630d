import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import { AmountInput, OptionalAmountInput } from "./amount-input.tsx";
import { Form } from "./form.tsx";
import { renderApp } from "./testing/render-app.tsx";

const sent: (number | null)[] = [];

function Fee({ currency = "BRL" }: { currency?: string }) {
  const [amount, setAmount] = useState(0);
  return (
    <Form onSubmit={() => sent.push(amount)}>
      <AmountInput label="Fee" currency={currency} value={amount} onChange={setAmount} />
      <output>{amount}</output>
      <button type="submit">Send</button>
      <button type="button" onClick={() => setAmount(0)}>
        Clear
      </button>
    </Form>
  );
}

function Limit() {
  const [amount, setAmount] = useState<number | null>(50_000);
  return (
    <>
      <OptionalAmountInput label="Limit" currency="BRL" value={amount} onChange={setAmount} />
      <output>{amount ?? "none"}</output>
    </>
  );
}

const field = () => screen.getByRole<HTMLInputElement>("textbox");
const held = () => screen.getByRole("status").textContent;

describe("an amount field", () => {
  it.each([
    ["1.234,50", "123450", "1234.50"],
    ["1,234.50", "123450", "1234.50"],
    ["0.50", "50", "0.50"],
    ["90,5", "9050", "90.50"],
  ])("reads %s, typed or pasted, and shows how", async (text, minor, shown) => {
    renderApp(<Fee />);
    for (const enter of [
      userEvent.type,
      (input: Element, pasted: string) => {
        input instanceof HTMLInputElement && input.focus();
        return userEvent.paste(pasted);
      },
    ]) {
      await userEvent.clear(field());
      await enter(field(), text);
      expect(held()).toBe(minor);
      await userEvent.tab();
      expect(field().value).toBe(shown);
    }
  });

  it.each(["R$ 19,90 (frete 5)", "50%", "1.234", "-5", "US$ 5"])(
    "keeps %s as it was typed, says why, and sends nothing",
    async (text) => {
      renderApp(<Fee />);
      sent.length = 0;
      field().focus();
      await userEvent.paste(text);
      await userEvent.tab();
      expect(field().value).toBe(text);
      expect(field().getAttribute("aria-invalid")).toBe("true");
      expect(screen.getByRole("textbox", { description: /./ })).toBe(field());
      await userEvent.click(screen.getByRole("button", { name: "Send" }));
      expect(sent).toEqual([]);
      expect(document.activeElement).toBe(field());
      await userEvent.clear(field());
      await userEvent.type(field(), "19.90");
      await userEvent.click(screen.getByRole("button", { name: "Send" }));
      expect(sent).toEqual([1_990]);
    },
  );

  it("doesn't join several cells into one amount", async () => {
    renderApp(<Fee />);
    field().focus();
    await userEvent.paste("12\n34");
    expect(field().value).toBe("12 | 34");
    expect(held()).toBe("0");
  });

  it("shows what is set from outside, and is empty once that is", async () => {
    renderApp(<Fee />);
    await userEvent.type(field(), "12");
    await userEvent.click(screen.getByRole("button", { name: "Clear" }));
    expect(field().value).toBe("");
  });

  it("tells none from 0 where that matters", async () => {
    renderApp(<Limit />);
    expect(field().value).toBe("500.00");
    await userEvent.clear(field());
    expect(held()).toBe("none");
    await userEvent.type(field(), "0");
    expect(held()).toBe("0");
  });
});
