import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import { ownStorage } from "./own-storage.tsx";
import { renderApp, storageOf } from "./testing/render-app.tsx";
import { useDraft } from "./use-draft.ts";

function Box({ of }: { of: string }) {
  const [value, setValue, clear] = useDraft(of);
  return (
    <>
      <textarea
        aria-label="Reply"
        value={value}
        onChange={(event) => setValue(event.currentTarget.value)}
      />
      <button type="button" onClick={clear}>
        Sent
      </button>
    </>
  );
}

function Turning() {
  const [of, turn] = useState("case.1");
  return (
    <>
      <Box of={of} />
      {["1", "2"].map((number) => (
        <button key={number} type="button" onClick={() => turn(`case.${number}`)}>
          {number}
        </button>
      ))}
    </>
  );
}

const box = () => screen.getByLabelText<HTMLTextAreaElement>("Reply");
const type = (text: string) => userEvent.type(box(), text);

describe("a draft", () => {
  it("survives a reload and a session that ran out, for the same person", async () => {
    const first = renderApp(<Box of="case.1" />, storageOf("per_ana"));
    await type("We will refund you.");
    first.unmount();
    renderApp(<Box of="case.1" />, storageOf("per_ana"));
    expect(box().value).toBe("We will refund you.");
  });

  it("never stands in the next person's box in the same tab", async () => {
    const first = renderApp(<Box of="case.1" />, storageOf("per_ana"));
    await type("We will refund you.");
    first.unmount();
    renderApp(<Box of="case.1" />, storageOf("per_ben"));
    expect(box().value).toBe("");
    expect(JSON.stringify(sessionStorage)).not.toContain("refund you");
  });

  it("goes when its person signs out, and isn't written again by what is still shown", async () => {
    const own = storageOf("per_ana");
    renderApp(<Box of="case.1" />, own);
    await type("We will");
    own.forget();
    await type(" refund you.");
    expect(JSON.stringify(sessionStorage)).not.toContain("We will");
  });

  it("of another app in the same tab is left alone", async () => {
    renderApp(<Box of="case.1" />, storageOf("per_ana", "support"));
    await type("Mine");
    storageOf("per_ben", "buyer").forget();
    const support = ownStorage("support");
    support.belongTo("per_ana");
    expect(support.read("draft.case.1")).toBe("Mine");
  });

  it("stays with its subject when the screen turns to another", async () => {
    const turn = (to: string) => screen.getByText(to).click();
    renderApp(<Turning />);
    await type("To Ana");
    act(() => turn("2"));
    expect(box().value).toBe("");
    await type("To Ben");
    act(() => turn("1"));
    expect(box().value).toBe("To Ana");
  });

  it("is gone once it was sent", async () => {
    renderApp(<Box of="case.1" />);
    await type("Hello");
    await userEvent.click(screen.getByText("Sent"));
    expect(box().value).toBe("");
    expect(sessionStorage.length).toBe(0);
  });
});
