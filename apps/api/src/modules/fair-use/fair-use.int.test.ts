import { automatic } from "@makegood/domain/policy/policy-presets";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { MadeShop } from "../../scenario/made-shop.js";
import * as documents from "../../testing/documents.js";
import { startTestApp, type TestApp } from "../../testing/test-app.js";
import { freshKey, type TestClient } from "../../testing/test-client.js";

let app: TestApp;
let shop: MadeShop;
let ana: string;
let buyer: TestClient;
let agent: TestClient;

/** A place without a law of withdrawal that we know of, so that only the policy speaks. */
const country = "US";

beforeAll(async () => {
  app = await startTestApp();
  const { world } = app;
  const fairUse = {
    withinDays: 30,
    requestsPerOrder: null,
    requestsPerProduct: 2,
    requestsPerBuyer: 50,
    changesPerOrder: 2,
    returnlessBudgetMinor: null,
  };
  const cancellation = { ...automatic.cancellation, gracePeriodHours: 0 };
  shop = await world.shop({
    name: "Fair",
    country,
    policy: { ...automatic, country, cancellation, fairUse },
    owner: { name: "Fay", email: "fay@shops.example" },
  });
  ana = await world.person("Ana", "ana@buyers.example");
  buyer = await app.client("buyer", ana);
  agent = await app.client("support", await world.agent("Sol", "sol@desk.example"));
});
afterAll(() => app.close());

async function bought(title: string): Promise<string> {
  const [order] = await app.world.purchase({
    buyerId: ana,
    orders: [{ shop, lines: [{ title, quantity: 1, unitPriceMinor: 5_000 }] }],
  });
  return order?.id ?? "";
}

const cancel = async (orderId: string) =>
  (
    await buyer.ask(
      `mutation ($input: RequestCancellationInput!) { requestCancellation(input: $input) {
        __typename
        ... on CancellationSuccess { cancellation { id } }
        ... on FairUseLimitReached { limit count most withinDays until }
        ... on Refusal { message nextSteps { kind at } decision { id rule outcome trace { rule value threshold } } }
      } }`,
      { input: { orderId, idempotencyKey: freshKey() } },
    )
  ).requestCancellation;

describe("a cap of fair use", () => {
  test("is told with rule, fact, threshold and end, before and after asking, and support helps past it", async () => {
    for (let count = 0; count < 2; count++) {
      expect((await cancel(await bought("Vase"))).__typename).toBe("CancellationSuccess");
    }
    const orderId = await bought("Vase");
    const { order } = await buyer.ask(documents.orderStory, { id: orderId });
    expect(order.cancellationEligibility).toMatchObject({
      outcome: "REFUSED",
      rule: "fair-use-product",
    });
    const refused = await cancel(orderId);
    expect(refused).toMatchObject({
      __typename: "FairUseLimitReached",
      limit: "PRODUCT",
      count: 2,
      most: 2,
      withinDays: 30,
    });
    expect(refused.decision.trace).toContainEqual({
      rule: "fair-use-product",
      value: "2",
      threshold: "2",
    });
    expect(refused.nextSteps).toEqual([
      { kind: "CONTACT_SUPPORT", at: null },
      { kind: "ASK_AGAIN", at: refused.until },
    ]);
    expect((await cancel(await bought("Bowl"))).__typename).toBe("CancellationSuccess");

    const { openCase } = await buyer.ask(
      `mutation ($input: OpenCaseInput!) { openCase(input: $input) { ... on CaseSuccess { case { decision { rule } } } } }`,
      {
        input: {
          orderId,
          topic: "CANNOT_CANCEL",
          message: "Please look.",
          idempotencyKey: freshKey(),
        },
      },
    );
    expect(openCase.case.decision.rule).toBe("fair-use-product");
    const { cancelOnBehalf } = await agent.ask(
      `mutation ($input: CancelOnBehalfInput!) { cancelOnBehalf(input: $input) { __typename } }`,
      { input: { orderId, reason: "A fair ask.", idempotencyKey: freshKey() } },
    );
    expect(cancelOnBehalf.__typename).toBe("CancellationSuccess");
    const replay = await agent.ask(
      `query ($id: ID!, $at: DateTime) { replayDecision(decisionId: $id, at: $at) { rule outcome } }`,
      { id: refused.decision.id, at: refused.until },
    );
    expect(replay.replayDecision.rule).not.toBe("fair-use-product");
  });

  test("is in the policy that buyers read, and in what a draft changes", async () => {
    const { shop: found } = await buyer.ask(
      `query ($id: ID!) { shop(id: $id) { policy { rules { fairUse { withinDays requestsPerProduct requestsPerOrder } } text { heading sentences } } } }`,
      { id: shop.id },
    );
    expect(found.policy.rules.fairUse).toEqual({
      withinDays: 30,
      requestsPerProduct: 2,
      requestsPerOrder: null,
    });
    const section = found.policy.text.find(
      ({ heading }: { heading: string }) => heading === "Fair use",
    );
    expect(section.sentences).toContain("At most 2 requests for one product.");
  });
});
