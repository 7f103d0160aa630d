import { describe, expect, test } from "vitest";
import { ConfigProblems, readConfig } from "./config.js";

const sandbox = {
  SANDBOX_PROVIDER_URL: "http://127.0.0.1:1",
  SANDBOX_PROVIDER_KEY: "key",
  SANDBOX_WEBHOOK_SECRET: "whsec_x",
};
const stripe = { STRIPE_API_KEY: "sk_live_abc", STRIPE_WEBHOOK_SECRETS: "whsec_a, whsec_b" };
const production = {
  DATABASE_URL: "postgres://x",
  PROOF_SIGNING_KEY: Buffer.alloc(32).toString("base64"),
  MARKETPLACE_COUNTRY: "DE",
  BANK_DETAILS_KEYS: `k1:${Buffer.alloc(32).toString("base64")}`,
};

function problemsOf(env: Record<string, string>): string[] {
  try {
    readConfig({ ...production, ...env });
    return [];
  } catch (error) {
    if (error instanceof ConfigProblems)
      return error.problems.map((text) => text.split(":")[0] ?? "");
    throw error;
  }
}

describe("the payment providers of a configuration", () => {
  test("in production are the real ones, without a sandbox", () => {
    const { providers } = readConfig({ ...production, ...stripe });
    expect(providers.sandbox).toBeNull();
    expect(providers.stripe).toMatchObject({
      url: "https://api.stripe.com",
      webhookSecrets: ["whsec_a", "whsec_b"],
    });
  });

  test("are at least one, and whole", () => {
    expect(problemsOf({})).toEqual(["STRIPE_API_KEY"]);
    expect(problemsOf({ MAKEGOOD_MODE: "sandbox" })).toEqual(Object.keys(sandbox));
    expect(problemsOf({ STRIPE_API_KEY: "sk_live_abc" })).toEqual(["STRIPE_WEBHOOK_SECRETS"]);
    expect(problemsOf({ ...stripe, SANDBOX_PROVIDER_KEY: "key" })).toEqual([
      "SANDBOX_PROVIDER_URL",
      "SANDBOX_WEBHOOK_SECRET",
    ]);
  });

  test("move no real money in a sandbox, and show no key to the network", () => {
    expect(problemsOf({ ...sandbox, ...stripe, MAKEGOOD_MODE: "sandbox" })).toEqual([
      "STRIPE_API_KEY",
    ]);
    expect(problemsOf({ ...stripe, STRIPE_API_URL: "http://stripe.example" })).toEqual([
      "STRIPE_API_URL",
    ]);
  });
});

describe("the keys that signed before", () => {
  test("are public ones, of 32 bytes each, as the published list shows them", () => {
    const one = Buffer.alloc(32, 7);
    const { retiredKeys } = readConfig({
      ...production,
      ...stripe,
      PROOF_RETIRED_KEYS: `${one.toString("base64url")}, ${Buffer.alloc(32).toString("base64")}`,
    });
    expect(retiredKeys).toEqual([one, Buffer.alloc(32)]);
    expect(problemsOf({ ...stripe, PROOF_RETIRED_KEYS: "short" })).toEqual(["PROOF_RETIRED_KEYS"]);
  });
});

describe("the keys that seal bank details", () => {
  const whole = Buffer.alloc(32).toString("base64");
  test("are needed in production, of 32 bytes each, the first one sealing", () => {
    const two = readConfig({
      ...production,
      ...stripe,
      BANK_DETAILS_KEYS: `b:${whole},a:${whole}`,
    });
    expect(two.sealingKeys.map(({ id }) => id)).toEqual(["b", "a"]);
    expect(problemsOf({ ...stripe, BANK_DETAILS_KEYS: "k:short" })).toEqual(["BANK_DETAILS_KEYS"]);
    const { BANK_DETAILS_KEYS: _, ...none } = production;
    expect(() => readConfig({ ...none, ...stripe })).toThrow(/BANK_DETAILS_KEYS/);
  });
});

describe("where the marketplace is at home", () => {
  const marketplaceIn = (env: Record<string, string>) =>
    readConfig({ ...production, ...stripe, ...env }).marketplace;

  test("says whose holidays, zone and hours its own people keep", () => {
    const { country, calendar, zone } = marketplaceIn({ MARKETPLACE_COUNTRY: "PT" });
    expect({ country, zone: zone.id }).toEqual({ country: "PT", zone: "Europe/Lisbon" });
    expect(calendar.holidays.has("2026-04-25")).toBe(true);
  });

  test("may keep another zone than the country's, and hours of its own", () => {
    const { calendar, zone } = marketplaceIn({
      MARKETPLACE_COUNTRY: "BR",
      MARKETPLACE_TIME_ZONE: "America/Manaus",
      MARKETPLACE_HOURS: "08:30-12:00, 13:00-17:30",
    });
    expect([zone.id, calendar.zone]).toEqual(["America/Manaus", "America/Manaus"]);
    expect(calendar.hours).toEqual([
      { opens: 510, closes: 720 },
      { opens: 780, closes: 1050 },
    ]);
  });

  test.each([
    ["MARKETPLACE_COUNTRY", ["UK", "EU", "XX", "br", "BRA", "", "AQ"]],
    ["MARKETPLACE_TIME_ZONE", ["Brasilia", "-03:00", "Mars/Olympus", ""]],
    [
      "MARKETPLACE_HOURS",
      ["", "9-18", "18:00-09:00", "09:00-09:00", "09:00-25:00", "09:00-24:01", "09:00"],
    ],
    ["MARKETPLACE_HOURS", ["13:00-17:00,09:00-12:00", "09:00-14:00,13:00-18:00", "09:00-18:00,"]],
  ])("refuses a %s of %j", (name, values) => {
    for (const value of values) expect(problemsOf({ ...stripe, [name]: value })).toEqual([name]);
  });

  test("is said by everybody but the sandbox, whose marketplace is Brazilian", () => {
    const { MARKETPLACE_COUNTRY: _, ...none } = { ...production, ...stripe };
    expect(() => readConfig(none)).toThrow(/MARKETPLACE_COUNTRY/);
    expect(
      readConfig({ ...none, ...sandbox, STRIPE_API_KEY: "sk_test_a", MAKEGOOD_MODE: "sandbox" }),
    ).toMatchObject({ marketplace: { country: "BR", zone: { id: "America/Sao_Paulo" } } });
  });

  test("is told together with everything else that is wrong", () => {
    expect(problemsOf({ MARKETPLACE_HOURS: "always", LOG_LEVEL: "loud" })).toEqual([
      "MARKETPLACE_HOURS",
      "LOG_LEVEL",
      "STRIPE_API_KEY",
    ]);
  });
});
