import { describe, expect, it } from "vitest";
import type { PolicyRules } from "./policy.js";
import { policyClauses, policyDiff } from "./policy-clauses.js";
import { marketplaceFloor, statutoryFloor } from "./policy-floor.js";
import { automatic, policyPresets, strict } from "./policy-presets.js";

/** Every leaf of the rules, as a path; lists and localized texts count as one. */
function paths(value: object, prefix = ""): string[] {
  return Object.entries(value).flatMap(([key, inner]) => {
    const path = `${prefix}${key}`;
    const nested = prefix === "" && typeof inner === "object" && inner !== null;
    return nested ? paths(inner as object, `${path}.`) : [path];
  });
}

describe("the clauses", () => {
  it("name everything a policy says, and nothing else", () => {
    expect(policyClauses.map(({ path }) => path).sort()).toEqual(paths(automatic).sort());
  });

  it("are what the floors speak of", () => {
    const known = new Set(policyClauses.map(({ path }) => path));
    for (const { clause } of [marketplaceFloor, ...Object.values(statutoryFloor)].flat()) {
      expect(known).toContain(clause);
    }
  });

  it("read in both languages, for every preset", () => {
    for (const rules of Object.values(policyPresets)) {
      for (const { say, label } of policyClauses) {
        expect(say(rules, "en")).not.toBe("");
        expect(say(rules, "pt-BR")).not.toBe("");
        expect(label.en).not.toBe(label["pt-BR"]);
      }
    }
  });
});

describe("a diff", () => {
  it("of the same rules is empty", () => {
    expect(policyDiff(strict, strict, "en")).toEqual([]);
  });

  it.each([
    ["JPY", "¥2,000"],
    ["KWD", "KWD\u00a02.000"],
    ["CHF", "CHF\u00a020.00"],
  ])("tells amounts in %s, whatever the country", (currency, after) => {
    expect(policyDiff(automatic, { ...automatic, currency }, "en")).toEqual([
      { path: "currency", label: "Currency of its amounts", before: "BRL", after: currency },
      expect.objectContaining({ path: "returns.returnlessBelowMinor", before: "R$20.00", after }),
    ]);
  });

  it("says each clause that changed, before and after, in words", () => {
    const after: PolicyRules = {
      ...automatic,
      returns: { ...automatic.returns, windowDays: 30, returnlessBelowMinor: null },
    };
    expect(policyDiff(automatic, after, "en")).toEqual([
      { path: "returns.windowDays", label: "Returns within", before: "14 days", after: "30 days" },
      {
        path: "returns.returnlessBelowMinor",
        label: "Need not come back up to",
        before: "R$20.00",
        after: "none",
      },
    ]);
  });
});
