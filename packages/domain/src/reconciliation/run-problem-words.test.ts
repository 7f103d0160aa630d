import { expect, test } from "vitest";
import { runProblemSentence } from "./run-problem-words.js";

test("why books could not be compared is told in the reader's language, with its figure", () => {
  expect(runProblemSentence("report_lacks:203", "en")).toContain("lacks 203 entries");
  expect(runProblemSentence("report_lacks:203", "pt-BR")).toContain("faltam 203 lançamentos");
  expect(runProblemSentence("provider_silent", "pt-BR")).toContain("não deu uma resposta");
});

test("what was kept in words before stays as it is", () => {
  expect(runProblemSentence("the provider answered 502", "pt-BR")).toBe(
    "the provider answered 502",
  );
});
