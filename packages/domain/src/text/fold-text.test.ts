import { expect, test } from "vitest";
import { foldText, searchable } from "./fold-text.js";

test.each([
  ["Ação", "acao"],
  ["JOÃO da Conceição", "joao da conceicao"],
  ["Crème Brûlée", "creme brulee"],
  ["Żółw", "zołw"],
  ["e\u0301", "e"],
])("%s is searched as %s", (text, folded) => {
  expect(foldText(text)).toBe(folded);
});

test("what is kept to be searched in leaves out what is not there", () => {
  expect(searchable(["MG-1", null, "", "Açaí"])).toBe("mg-1 acai");
});
