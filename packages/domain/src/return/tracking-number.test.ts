import { describe, expect, it } from "vitest";
import {
  carrierFormat,
  carrierFormats,
  isTrackingNumber,
  plainTrackingNumber,
} from "./tracking-number.js";

describe("tracking numbers", () => {
  it.each(carrierFormats.map(({ name, example }) => [name, example] as const))(
    "%s shows an example of its shape, which is nobody's parcel",
    (name, example) => {
      expect(carrierFormat(name)?.fits(example)).toBe(true);
      for (const format of carrierFormats) expect(isTrackingNumber(format, example)).toBe(false);
    },
  );

  it.each([
    ["Correios", "AA473124829BR"],
    ["UPS", "1Z5R89390357567127"],
    ["DHL", "00340434161094022115"],
    ["FedEx", "449044304137821"],
    ["Other", "PKT20261124"],
  ])("%s takes %s", (name, number) => {
    const format = carrierFormats.find((one) => one.name === name);
    expect(format && isTrackingNumber(format, number)).toBe(true);
  });

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
