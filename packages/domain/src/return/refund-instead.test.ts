import { describe, expect, test } from "vitest";
import { policyPresets } from "../policy/policy-presets.js";
import { canRefundInstead, settlesByGoods } from "./refund-instead.js";
import { returnKinds } from "./return-kind.js";
import { returnMachine, returnStatuses } from "./return-machine.js";
import { replacingFor } from "./return-terms.js";

describe("goods instead of money", () => {
  test.each(returnStatuses)("a return in %s", (status) => {
    const over = returnMachine.final.includes(status);
    for (const kind of returnKinds) {
      const can = canRefundInstead({ kind, status });
      if (kind === "REFUND" || over) expect(can).toBe(false);
    }
  });

  test.each([
    ["EXCHANGE", [0, 0], true],
    ["REPLACEMENT", [0], true],
    ["EXCHANGE", [0, 5], false],
    ["EXCHANGE", [], false],
    ["REFUND", [0], false],
  ] as const)("%s with %j taken off settles by goods: %s", (kind, off, goods) => {
    const units = off.map((deductionMinor) => ({ keptMinor: 0, deductionMinor }));
    expect(settlesByGoods(kind, units)).toBe(goods);
  });

  test("are what the policy offers, and for a fault what the law gives", () => {
    const { automatic, strict } = policyPresets;
    expect(replacingFor(automatic, {}, "NOBODY")).toEqual(["EXCHANGE", "REPLACEMENT"]);
    expect(replacingFor(strict, {}, "NOBODY")).toEqual([]);
    expect(replacingFor(strict, {}, "SELLER")).toEqual(["REPLACEMENT"]);
    expect(replacingFor(strict, { shipToCountry: "US" }, "SELLER")).toEqual([]);
  });
});
