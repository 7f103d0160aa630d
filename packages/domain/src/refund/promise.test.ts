import { expect, test } from "vitest";
import { policyPresets } from "../policy/policy-presets.js";
import { expectAtBank, promiseRefund } from "./promise.js";

const on = (text: string) => new Date(`${text}T15:00:00Z`);
const rules = { ...policyPresets.automatic, country: "BR" };
const friday = on("2026-03-06");

test("the promise is the policy's days by the bank calendar, and more where a method takes longer", () => {
  const card = promiseRefund(rules, friday, ["CARD"]);
  const slip = promiseRefund(rules, friday, ["CARD", "BANK_SLIP"]);
  expect(promiseRefund(rules, friday, [])).toEqual(card);
  expect((slip.getTime() - card.getTime()) / 86_400_000).toBeGreaterThanOrEqual(2);
});

test("the statement follows by method and country, over weekends and holidays", () => {
  expect(expectAtBank(rules, friday, ["VOUCHER"])).toEqual(friday);
  expect(expectAtBank(rules, friday, ["BANK_SLIP"])).toEqual(new Date("2026-03-10T02:59:59.999Z"));
  expect(expectAtBank({ country: "DE" }, friday, ["BANK_SLIP"])).toEqual(
    new Date("2026-03-13T22:59:59.999Z"),
  );
  // Good Friday and Easter Monday are no days of business for German banks.
  expect(expectAtBank({ country: "DE" }, new Date("2026-04-02T14:00:00Z"), ["WALLET"])).toEqual(
    new Date("2026-04-07T21:59:59.999Z"),
  );
  expect(expectAtBank(rules, friday, ["WALLET", "CARD"])).toEqual(
    expectAtBank(rules, friday, ["CARD"]),
  );
});
