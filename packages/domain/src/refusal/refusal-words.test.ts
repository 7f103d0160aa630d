import { describe, expect, test } from "vitest";
import { utc } from "../text/locale.js";
import { fieldName } from "./field-words.js";
import { refusalSentence } from "./refusal-words.js";

describe("an input that can't be used", () => {
  test("is named as the form that it was typed into names it", () => {
    const refusal = { kind: "InvalidInput", field: "amountMinor", problem: "EMPTY" } as const;
    expect(refusalSentence(refusal, "en", utc)).toBe("Please check the amount: it is empty.");
    expect(refusalSentence(refusal, "pt-BR", utc)).toBe("Confira o valor: falta preencher.");
  });

  test("is found among several by its place, counted as people count", () => {
    expect(fieldName("units.1.deductionMinor", "en")).toBe("item 2, the deduction");
  });

  test("keeps its code where only programs fill it in", () => {
    expect(fieldName("idempotencyKey", "pt-BR")).toBe("idempotencyKey");
  });
});

test("who may do it instead is told in the reader's language", () => {
  const refusal = { kind: "PersonNotAllowed", needed: "OWNER" } as const;
  expect(refusalSentence(refusal, "pt-BR", utc)).toBe("Isto exige alguém que seja dono da loja.");
});

test("what stands in the way is called as its badge is, in the reader's language", () => {
  const refusal = {
    kind: "NotInThisState",
    machine: "cancellation",
    state: "APPROVED",
    command: "reject",
    allowedCommands: [],
  } as const;
  expect(refusalSentence(refusal, "en", utc)).toContain("the cancellation stands at “Approved”");
  expect(refusalSentence(refusal, "pt-BR", utc)).toContain("o cancelamento estiver em “Aprovado”");
});
