import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { MadeShop } from "../../scenario/made-shop.js";
import * as documents from "../../testing/documents.js";
import { startTestApp, type TestApp } from "../../testing/test-app.js";
import { type Answer, freshKey, TestClient } from "../../testing/test-client.js";

let app: TestApp;
let shop: MadeShop;
let seller: TestClient;
let stranger: TestClient;
let buyer: TestClient;
let agent: TestClient;
let ana: string;

const rulesFields = `country currency
  cancellation { gracePeriodHours atOnceUntil onRequestUntil windowHours reasonRequired reasons { code label { en ptBR } noteRequired } sellerAnswerBusinessHours atOnceWhenLate }
  refund { promiseBusinessDays }
  returns { windowDays faultWindowDays categories { category windowDays exemption } shippingPaidBy restockingFeePercent refundShipping autoApprove sellerAnswerBusinessHours shipByDays inspectionBusinessDays returnlessBelowMinor refundAtFirstScan offersExchange offersReplacement appealDays lostAfterDays address { name street postalCode city country } packingTips { en ptBR } }`;

const publishDocument = `mutation ($input: PublishPolicyInput!) {
  publishPolicy(input: $input) {
    __typename
    ... on PublishPolicySuccess { dryRun policy { id number changes { path before after } text { heading } } }
    ... on PolicyBelowFloor { breaches { clause authority source needed } }
    ... on PolicyUnusable { problems { clause problem label } }
    ... on Refusal { message nextSteps { kind } }
  }
}`;

beforeAll(async () => {
  app = await startTestApp();
  const { world } = app;
  shop = await world.shop({
    name: "Pedra",
    policy: "asksSeller",
    owner: { name: "Pedro", email: "pedro@shops.example" },
  });
  const next = await world.shop({
    name: "Next",
    policy: "automatic",
    owner: { name: "Nell", email: "nell@shops.example" },
  });
  seller = await app.client("seller", shop.ownerId);
  stranger = await app.client("seller", next.ownerId);
  ana = await world.person("Ana", "ana@buyers.example");
  buyer = await app.client("buyer", ana);
  agent = await app.client("support", await world.agent("Sol", "sol@desk.example"));
});
afterAll(() => app.close());

async function rules(
  change: Record<string, Record<string, unknown>> = {},
  of: MadeShop = shop,
): Promise<Answer> {
  const { shop: found } = await seller.ask(
    `query ($id: ID!) { shop(id: $id) { policy { rules { ${rulesFields} } } } }`,
    { id: of.id },
  );
  const current = found.policy.rules;
  return {
    ...current,
    ...Object.fromEntries(
      Object.entries(change).map(([part, clauses]) => [part, { ...current[part], ...clauses }]),
    ),
  };
}

const publish = async (client: TestClient, draft: Answer, some: object = {}) =>
  (
    await client.ask(publishDocument, {
      input: { shopId: shop.id, rules: draft, idempotencyKey: freshKey(), ...some },
    })
  ).publishPolicy;

async function bought(from: MadeShop = shop) {
  const [order] = await app.world.purchase({
    buyerId: ana,
    placedAt: new Date(Date.now() - 5 * 3_600_000),
    orders: [{ shop: from, lines: [{ title: "Bowl", quantity: 1, unitPriceMinor: 9_900 }] }],
  });
  return order?.id ?? "";
}

describe("publishing", () => {
  test("makes the next version, says what changed, and leaves orders with theirs", async () => {
    const before = await bought();
    const dry = await publish(seller, await rules({ returns: { windowDays: 45 } }), {
      dryRun: true,
    });
    expect(dry).toMatchObject({
      __typename: "PublishPolicySuccess",
      dryRun: true,
      policy: { number: 2 },
    });
    const done = await publish(seller, await rules({ returns: { windowDays: 45 } }));
    expect(done.policy).toMatchObject({
      number: 2,
      changes: [{ path: "returns.windowDays", before: "14 days", after: "45 days" }],
    });
    const { order } = await buyer.ask(documents.orderStory, { id: before });
    expect(order.policy.number).toBe(1);
  });

  test("below the floor is refused, naming clause and source, and publishes nothing", async () => {
    const refused = await publish(
      seller,
      await rules({ returns: { windowDays: 3, refundShipping: false, restockingFeePercent: 40 } }),
    );
    expect(refused.__typename).toBe("PolicyBelowFloor");
    expect(
      refused.breaches.map(({ clause, authority }: Answer) => `${clause} ${authority}`),
    ).toEqual([
      "returns.windowDays MARKETPLACE",
      "returns.restockingFeePercent MARKETPLACE",
      "returns.refundShipping BR",
      "returns.restockingFeePercent BR",
    ]);
    expect(refused.nextSteps).toEqual([{ kind: "CORRECT_POLICY" }]);
    const unusable = await publish(seller, await rules({ cancellation: { gracePeriodHours: -1 } }));
    expect(unusable).toMatchObject({
      __typename: "PolicyUnusable",
      problems: [{ clause: "cancellation.gracePeriodHours", label: "Grace period" }],
    });
  });

  test.each([
    ["UK", "country", "GB?"],
    ["EU", "country", "ISO 3166"],
    ["XX", "country", "ISO 3166"],
    ["br", "country", "BR?"],
    ["AQ", "country", "business days"],
  ])("for %s is refused: its law and business days are nobody's", async (country, clause, said) => {
    const { __typename, problems } = await publish(seller, { ...(await rules()), country });
    expect(__typename).toBe("PolicyUnusable");
    expect(problems).toMatchObject([{ clause, problem: expect.stringContaining(said) }]);
  });

  test("with a return address nowhere is refused", async () => {
    const draft = await rules();
    const address = { ...draft.returns.address, country: "UK" };
    const { problems } = await publish(seller, {
      ...draft,
      returns: { ...draft.returns, address },
    });
    expect(problems).toMatchObject([
      { clause: "returns.address", problem: expect.stringContaining("GB?") },
    ]);
  });

  test("with an amount says its currency, and tells the amount in it", async () => {
    const { currency: _, ...draft } = await rules({ returns: { returnlessBelowMinor: 2_000 } });
    for (const currency of [undefined, null, "", "brl", "XXX", "EURO"]) {
      const { __typename, problems } = await publish(seller, { ...draft, currency });
      expect(__typename).toBe("PolicyUnusable");
      expect(problems).toMatchObject([{ clause: "currency" }]);
    }
    const { policy } = await publish(seller, { ...draft, currency: "JPY" });
    expect(policy.changes).toContainEqual({
      path: "returns.returnlessBelowMinor",
      before: "none",
      after: "¥2,000",
    });
    expect((await rules()).currency).toBe("JPY");
    await publish(seller, await rules({ returns: { returnlessBelowMinor: null } }));
  });

  test("is for the shop's owner alone", async () => {
    const draft = await rules();
    expect((await publish(stranger, draft)).__typename).toBe("NotFound");
    expect((await publish(buyer, draft)).__typename).toBe("PersonNotAllowed");
    const preview = await stranger.send(
      `query ($shopId: ID!, $rules: PolicyRulesInput!) { previewPolicy(shopId: $shopId, rules: $rules) { text { heading } } }`,
      { shopId: shop.id, rules: draft },
    );
    expect(preview.errors[0]?.extensions.code).toBe("NOT_FOUND");
  });

  test("ten at once make ten versions, each with a number of its own", async () => {
    const draft = await rules({ returns: { windowDays: 50 } });
    const made = await Promise.all(Array.from({ length: 10 }, () => publish(seller, draft)));
    const numbers = made.map(({ policy }) => policy.number);
    expect(new Set(numbers).size).toBe(10);
  });
});

describe("a shop's own reasons", () => {
  const reasonFields = "reasons { code label { en ptBR } noteRequired fault photosNeeded }";

  let pottery: MadeShop;
  let potter: TestClient;
  beforeAll(async () => {
    const owner = { name: "Pia", email: "pia@shops.example" };
    pottery = await app.world.shop({ name: "Pottery", policy: "asksSeller", owner });
    potter = await app.client("seller", pottery.ownerId);
  });
  const publishThere = (draft: Answer) => publish(potter, draft, { shopId: pottery.id });

  async function withReason(reason: object): Promise<Answer> {
    const { shop: found } = await potter.ask(
      `query ($id: ID!) { shop(id: $id) { policy { rules { returns { ${reasonFields} } } } } }`,
      { id: pottery.id },
    );
    const { reasons } = found.policy.rules.returns;
    return rules({ returns: { reasons: [...reasons, reason] } }, pottery);
  }
  const broken = {
    code: "GLAZE_CRACKED",
    label: { en: "The glaze is cracked", ptBR: "O esmalte rachou" },
    noteRequired: true,
    fault: "SELLER",
    photosNeeded: 2,
  };

  test("are validated, published, offered to buyers, and kept with what they ask for", async () => {
    const bad = await publishThere(await withReason({ ...broken, code: "glaze", photosNeeded: 6 }));
    expect(bad.problems.map(({ clause }: Answer) => clause)).toEqual([
      "returns.reasons",
      "returns.reasons",
    ]);
    const done = await publishThere(await withReason(broken));
    expect(done.policy.changes).toMatchObject([
      {
        path: "returns.reasons",
        after: expect.stringContaining(
          "The glaze is cracked (seller's fault, 2 photos, a few words)",
        ),
      },
    ]);
    const now = { ...pottery, policyVersionId: done.policy.id };

    const orderId = await bought(now);
    await app.platform.database.query(
      `UPDATE order_lines SET shipped_quantity = quantity WHERE order_id = $1`,
      [orderId],
    );
    await app.platform.database.query(
      `UPDATE orders SET status = 'DELIVERED', shipped_at = now(), delivered_at = now() WHERE id = $1`,
      [orderId],
    );
    const { order } = await buyer.ask(
      `query ($id: ID!) { order(id: $id) { returnEligibility { returnReasons { code label noteRequired photosNeeded } } } }`,
      { id: orderId },
    );
    expect(order.returnEligibility.returnReasons).toContainEqual({
      code: "GLAZE_CRACKED",
      label: "The glaze is cracked",
      noteRequired: true,
      photosNeeded: 2,
    });
    const input = { orderId, reasonCode: "GLAZE_CRACKED", note: "All over.", method: "OWN" };
    const { requestReturn } = await buyer.ask(
      `mutation ($input: RequestReturnInput!) { requestReturn(input: $input) { __typename ... on EvidenceRequired { photosNeeded } ... on Refusal { message } } }`,
      { input: { ...input, idempotencyKey: freshKey() } },
    );
    expect(requestReturn).toMatchObject({ __typename: "EvidenceRequired", photosNeeded: 2 });
    const { quoteReturn } = await buyer.ask(
      `mutation ($input: QuoteReturnInput!) { quoteReturn(input: $input) { ... on QuoteSuccess { quote { decision { shippingPaidBy } } } } }`,
      { input: { orderId, reasonCode: "GLAZE_CRACKED", method: "OWN" } },
    );
    expect(quoteReturn.quote.decision.shippingPaidBy).toBe("SELLER");
  });

  test("can't do without a fault that buyers may name", async () => {
    const refused = await publishThere(
      await rules({ returns: { reasons: [{ ...broken, photosNeeded: 1 }] } }, pottery),
    );
    expect(refused.breaches.map(({ clause }: Answer) => clause)).toEqual([
      "returns.reasons",
      "returns.reasons",
    ]);
  });
});

describe("a draft", () => {
  test("is previewed: text, what it undercuts, what it changes", async () => {
    const { previewPolicy } = await seller.ask(
      `query ($shopId: ID!, $rules: PolicyRulesInput!) { previewPolicy(shopId: $shopId, rules: $rules) { text { heading sentences } problems { clause } breaches { clause } changes { path } } }`,
      { shopId: shop.id, rules: await rules({ returns: { shipByDays: 2 } }) },
    );
    expect(previewPolicy.breaches).toEqual([{ clause: "returns.shipByDays" }]);
    expect(previewPolicy.changes.map(({ path }: Answer) => path)).toContain("returns.shipByDays");
    expect(JSON.stringify(previewPolicy.text)).toContain("2 days to send it");
  });

  test("is replayed over what was really asked, with the buyers it would leave worse off", async () => {
    for (let count = 0; count < 3; count++) {
      const orderId = await bought();
      const input = { orderId, reasonCode: "CHANGED_MIND", idempotencyKey: freshKey() };
      const { requestCancellation } = await buyer.ask(documents.requestCancellation, { input });
      expect(requestCancellation.__typename).toBe("CancellationSuccess");
    }
    const draft = await rules({
      cancellation: { windowHours: 2, gracePeriodHours: 1, onRequestUntil: "PROCESSING" },
    });
    const items = await seller.follow(
      `subscription ($shopId: ID!, $rules: PolicyRulesInput!) { policyBacktest(shopId: $shopId, rules: $rules) { done total different worseForBuyers moneyAtStake { amountMinor currency } flows { before after count } examples { before after afterSentence worseForBuyer order { number } } } }`,
      { shopId: shop.id, rules: draft },
      (all) => {
        const last = all.at(-1)?.policyBacktest;
        return last.done === last.total;
      },
    );
    const last = items.at(-1).policyBacktest;
    expect(items[0].policyBacktest.done).toBe(0);
    expect(last).toMatchObject({
      done: 3,
      different: 3,
      worseForBuyers: 3,
      moneyAtStake: [{ amountMinor: 29_700, currency: "BRL" }],
      flows: [{ before: "NEEDS_SELLER", after: "REFUSED", count: 3 }],
    });
    expect(last.examples[0].order.number).toMatch(/^MG-/);
  });
});

describe("a decision", () => {
  test("can be replayed with another version or date, by support alone", async () => {
    const orderId = await bought();
    const input = { orderId, reasonCode: "CHANGED_MIND", idempotencyKey: freshKey() };
    await buyer.ask(documents.requestCancellation, { input });
    const { order } = await buyer.ask(
      `query ($id: ID!) { order(id: $id) { cancellations { decision { id outcome } } } }`,
      { id: orderId },
    );
    const { decision } = order.cancellations[0];
    const replay = `query ($decisionId: ID!, $at: DateTime) { replayDecision(decisionId: $decisionId, at: $at) { outcome rule trace { rule } } }`;
    const same = await agent.ask(replay, { decisionId: decision.id });
    expect(same.replayDecision.outcome).toBe(decision.outcome);
    const early = await agent.ask(replay, {
      decisionId: decision.id,
      at: new Date(Date.now() - 4.5 * 3_600_000).toISOString(),
    });
    expect(early.replayDecision).toMatchObject({ outcome: "AUTO_APPROVED", rule: "grace-period" });
    expect((await buyer.ask(replay, { decisionId: decision.id })).replayDecision).toBe(null);
  });
});

test("an answer's times are told in the zone that an app names, or with the shop's, which is said", async () => {
  const [order] = await app.world.purchase({
    buyerId: ana,
    placedAt: new Date(Date.now() - 5 * 3_600_000),
    orders: [{ shop, lines: [{ title: "Bowl", quantity: 1, unitPriceMinor: 4_000 }] }],
    payments: [{ testMethod: "instant" }],
  });
  const answerIn = async (zone?: string): Promise<Answer> => {
    const named = { ...buyer.headers, ...(zone ? { "x-makegood-time-zone": zone } : {}) };
    const { order: found } = await new TestClient(buyer.base, named).ask(
      "query ($id: ID!) { order(id: $id) { cancellationEligibility { respondBy sentence } } }",
      { id: order?.id },
    );
    return found.cancellationEligibility;
  };
  const inZone = (respondBy: string, timeZone: string) =>
    new Intl.DateTimeFormat("en", { timeZone, dateStyle: "medium", timeStyle: "short" }).format(
      new Date(respondBy),
    );
  const { sentence, respondBy } = await answerIn("Asia/Tokyo");
  expect(sentence).toContain(`by ${inZone(respondBy, "Asia/Tokyo")};`);
  for (const none of [undefined, "Mars/Olympus"]) {
    const told = await answerIn(none);
    expect(told.sentence).toContain(`by ${inZone(told.respondBy, "America/Sao_Paulo")} (GMT-3);`);
  }
});
