import { describe, expect, test } from "vitest";
import { isExempt } from "../return/return-terms.js";
import { exemptions } from "./policy.js";
import { policyPresets } from "./policy-presets.js";
import { lawOf, statutes } from "./statutes.js";

const withExemption = (exemption: (typeof exemptions)[number]) => ({
  ...policyPresets.generous,
  returns: {
    ...policyPresets.generous.returns,
    categories: [{ category: "Odd", windowDays: null, exemption }],
  },
});

describe("the law of an order", () => {
  test("is that of where it goes, else that of its shop", () => {
    expect(lawOf({ country: "BR" }, { shipToCountry: "DE" })?.id).toBe("EU");
    expect(lawOf({ country: "BR" }, { shipToCountry: "US" })).toBeNull();
    expect(lawOf({ country: "BR" }, {})?.id).toBe("BR");
    expect(lawOf({ country: "BR" }, { shipToCountry: null })?.id).toBe("BR");
  });

  test.each(statutes.flatMap((statute) => exemptions.map((ground) => [statute, ground] as const)))(
    "%j: %s exempts goods only where an article says so",
    (statute, ground) => {
      const [shipToCountry = ""] = statute.countries;
      const rules = withExemption(ground);
      expect(isExempt(rules, { shipToCountry }, "odd")).toBe(ground in statute.exempts);
      expect(isExempt(rules, { shipToCountry: "US" }, "Odd")).toBe(true);
    },
  );
});
