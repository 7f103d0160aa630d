import { describe, expect, it } from "vitest";
import { carrierFormat, carrierFormats, plainTrackingNumber } from "./tracking-number.js";

describe("tracking numbers", () => {
  it.each(carrierFormats.map(({ name, example }) => [name, example] as const))(
    "%s takes its own example",
    (name, example) => {
      expect(carrierFormat(name)?.fits(example)).toBe(true);
    },
  );

  it.each([
    ["Correios", "AA473124828BR"],
    ["Correios", "AA47312482BR"],
    ["UPS", "1Z999AA10123456785"],
    ["DHL", "12345"],
    ["Other", "HELLOWORLD"],
    ["Other", "A1"],
  ])("%s refuses %s", (name, number) => {
    expect(carrierFormat(name)?.fits(number)).toBe(false);
  });

  it("are read as people type them", () => {
    expect(plainTrackingNumber(" aa 473 124 829 br ")).toBe("AA473124829BR");
  });
});
