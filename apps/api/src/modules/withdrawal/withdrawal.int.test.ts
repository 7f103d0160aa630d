import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { MadeShop } from "../../scenario/made-shop.js";
import { startTestApp, type TestApp } from "../../testing/test-app.js";
import { freshKey, type TestClient } from "../../testing/test-client.js";
import { until } from "../../testing/until.js";

let app: TestApp;
let strict: MadeShop;
let faraway: MadeShop;
let ana: string;
let buyer: TestClient;
let seller: TestClient;
let other: TestClient;
const day = 86_400_000;

beforeAll(async () => {
  app = await startTestApp();
  const { world } = app;
  strict = await world.shop({
    name: "Strict",
    country: "DE",
    policy: "strict",
    owner: { name: "S", email: "s@shops.example" },
  });
  faraway = await world.shop({
    name: "Far",
    country: "US",
    policy: "strict",
    owner: { name: "F", email: "f@shops.example" },
  });
  ana = await world.person("Ana", "ana@buyers.example");
  buyer = await app.client("buyer", ana);
  seller = await app.client("seller", strict.ownerId);
  other = await app.client("buyer", await world.person("Bea", "bea@buyers.example"));
});
afterAll(() => app.close());

async function bought(
  shop: MadeShop,
  some: { status?: "DELIVERED" | "SHIPPED"; daysAgo?: number; category?: string } = {},
) {
  const at = new Date(app.platform.clock.now().getTime() - (some.daysAgo ?? 3) * day);
  const [order] = await app.world.purchase({
    buyerId: ana,
    placedAt: at,
    currency: "EUR",
    orders: [
      {
        shop,
        lines: [
          {
            title: "Boots",
            quantity: 2,
            unitPriceMinor: 8_000,
            shippingMinor: 600,
            ...(some.category ? { category: some.category } : {}),
          },
        ],
        ...(some.status ? { status: some.status } : {}),
        ...(some.status === "DELIVERED" ? { deliveredAt: at } : {}),
      },
    ],
    payments: [{ testMethod: "instant" }],
  });
  return order?.id ?? "";
}

const document = `mutation ($input: DeclareWithdrawalInput!) {
  declareWithdrawal(input: $input) {
    __typename
    ... on WithdrawalSuccess { withdrawal { id path acknowledgement declaredAt cancellation { status kind amount { amountMinor } } return { status shippingPaidBy amount { amountMinor } } } }
    ... on WithdrawalNotPossible { why }
    ... on Refusal { message nextSteps { kind } }
  }
}`;
const declare = async (orderId: string, client = buyer) =>
  (await client.ask(document, { input: { orderId, idempotencyKey: freshKey() } }))
    .declareWithdrawal;

const right = async (orderId: string) =>
  (
    await buyer.ask(`query ($id: ID!) { order(id: $id) { withdrawalRight { name until } } }`, {
      id: orderId,
    })
  ).order.withdrawalRight;

describe("a withdrawal by law", () => {
  test("before it ships cancels all of it at once, past what the policy allows, and is acknowledged", async () => {
    const orderId = await bought(strict);
    expect(await right(orderId)).toEqual({ name: "EU right of withdrawal", until: null });
    const declared = await declare(orderId);
    expect(declared.withdrawal.cancellation).toMatchObject({
      kind: "STATUTORY_WITHDRAWAL",
      amount: { amountMinor: 16_600 },
    });
    const { acknowledgement, path } = declared.withdrawal;
    expect(acknowledgement).toContain("2 × Boots");
    expect(acknowledgement).toContain("€166.00");
    const kept = await fetch(`${buyer.base}${path}`, { headers: buyer.headers });
    expect(kept.headers.get("content-disposition")).toContain("attachment");
    expect(await kept.text()).toBe(acknowledgement);
    expect((await fetch(`${other.base}${path}`, { headers: other.headers })).status).toBe(404);
    await until(async () => {
      const mails = await app.platform.database.query(
        "SELECT body FROM emails WHERE to_address = 'ana@buyers.example' AND body = $1 AND sent_at IS NOT NULL",
        [acknowledgement],
      );
      expect(mails.length).toBe(1);
    });
  });

  test.each(["DELIVERED", "SHIPPED"] as const)(
    "of what was %s is a return nobody has to approve",
    async (status) => {
      const declared = await declare(await bought(strict, { status }));
      expect(declared.withdrawal.return.amount.amountMinor).toBe(16_600 - 1_490);
      expect(["APPROVED", "AWAITING_SHIPMENT"]).toContain(declared.withdrawal.return.status);
    },
  );

  test("is over after its days, not there where the law gives none, and the buyer's alone", async () => {
    const late = await bought(strict, { status: "DELIVERED", daysAgo: 15 });
    expect(await right(late)).toBe(null);
    expect(await declare(late)).toMatchObject({ __typename: "WithdrawalNotPossible" });
    expect((await declare(await bought(faraway))).__typename).toBe("WithdrawalNotPossible");
    expect((await declare(await bought(strict), other)).__typename).toBe("NotFound");
    const custom = await bought(strict, { category: "personalized" });
    expect(await declare(custom)).toMatchObject({
      __typename: "WithdrawalNotPossible",
      why: "EXEMPT",
    });
  });

  describe("of a basket with one exempt item", () => {
    const basket = async (
      some: {
        status?: "DELIVERED";
        more?: { title: string; quantity: number; unitPriceMinor: number };
      } = {},
    ) => {
      const at = new Date(app.platform.clock.now().getTime() - 3 * day);
      const [order] = await app.world.purchase({
        buyerId: ana,
        placedAt: at,
        currency: "EUR",
        orders: [
          {
            shop: strict,
            lines: [
              { title: "Mug", quantity: 2, unitPriceMinor: 1_000 },
              { title: "Ring", quantity: 1, unitPriceMinor: 9_000, category: "personalized" },
              ...(some.more ? [some.more] : []),
            ],
            ...(some.status ? { status: some.status, deliveredAt: at } : {}),
          },
        ],
        payments: [{ testMethod: "instant" }],
      });
      return order as { id: string; lineIds: string[] };
    };
    const send = (orderId: string, units?: object[]) =>
      buyer
        .ask(document, { input: { orderId, idempotencyKey: freshKey(), ...(units && { units }) } })
        .then(({ declareWithdrawal }) => declareWithdrawal);
    const timeline = async (id: string) =>
      (
        await buyer.ask(`query ($id: ID!) { order(id: $id) { timeline { sentence kind } } }`, {
          id,
        })
      ).order.timeline as { kind: string; sentence: string }[];

    test("is of the rest, for which it counts, before it ships and after it arrived", async () => {
      const unsent = await basket();
      const declared = await send(unsent.id);
      expect(declared.withdrawal.cancellation.amount.amountMinor).toBe(2_000);
      expect(declared.withdrawal.acknowledgement).toContain("2 × Mug");
      expect(declared.withdrawal.acknowledgement).not.toContain("Ring");
      const arrived = await basket({ status: "DELIVERED" });
      const returned = await send(arrived.id);
      expect(returned.withdrawal.return).toMatchObject({ status: expect.any(String) });
      expect(returned.withdrawal.acknowledgement).not.toContain("Ring");
    });

    test("can be of some units, and never of the exempt one, of which it is told why", async () => {
      const { id, lineIds } = await basket();
      const [mug, ring] = lineIds;
      expect(await send(id, [{ lineId: ring, quantity: 1 }])).toMatchObject({
        __typename: "WithdrawalNotPossible",
        why: "EXEMPT",
        nextSteps: [
          { kind: "WITHDRAW_BY_LAW" },
          { kind: "CONTACT_SUPPORT" },
          { kind: "READ_POLICY" },
        ],
      });
      const one = await send(id, [{ lineId: mug, quantity: 1 }]);
      expect(one.withdrawal.cancellation.amount.amountMinor).toBe(1_000);
      expect((await send(id, [{ lineId: mug, quantity: 2 }])).__typename).toBe("UnitsNotAvailable");
      expect((await send(id, [{ lineId: mug, quantity: 1 }])).withdrawal.cancellation).toBeTruthy();
      expect(await send(id)).toMatchObject({ __typename: "WithdrawalNotPossible", why: "EXEMPT" });
    });

    test("is told by its own cause: it was the law, not the shop's policy", async () => {
      const unsent = await basket();
      await send(unsent.id);
      const arrived = await basket({ status: "DELIVERED" });
      await send(arrived.id);
      const told = [...(await timeline(unsent.id)), ...(await timeline(arrived.id))].filter(
        ({ kind }) => kind.endsWith("approvedAtOnce"),
      );
      expect(told.map(({ sentence }) => sentence)).toEqual([
        "The cancellation was approved at once: it is the buyer's right by law.",
        "The return was approved at once: it is the buyer's right by law.",
      ]);
    });

    test("cancels what has not left and returns what has, in one declaration", async () => {
      const more = { title: "Cup", quantity: 1, unitPriceMinor: 500 };
      const { id, lineIds } = await basket({ more });
      const shipped = await seller.ask(
        `mutation ($input: ShipOrderInput!) { shipOrder(input: $input) { __typename } }`,
        {
          input: {
            orderId: id,
            lineIds: [lineIds[0]],
            carrier: "X",
            trackingNumber: "1",
            idempotencyKey: freshKey(),
          },
        },
      );
      expect(shipped.shipOrder.__typename).not.toBe("InvalidInput");
      const { withdrawal } = await send(id);
      expect(withdrawal.cancellation.amount.amountMinor).toBe(500);
      expect(withdrawal.return).not.toBeNull();
      expect(withdrawal.acknowledgement).toContain("2 × Mug");
      expect(withdrawal.acknowledgement).toContain("1 × Cup");
    });
  });

  test("takes the place of a request that waits for the seller", async () => {
    const asking = await app.world.shop({
      name: "Asking",
      country: "DE",
      policy: "asksSeller",
      owner: { name: "Q", email: "q@shops.example" },
    });
    const orderId = await bought(asking, { daysAgo: 1 });
    const asked = await buyer.ask(
      `mutation ($input: RequestCancellationInput!) { requestCancellation(input: $input) { __typename ... on CancellationSuccess { cancellation { id status } } } }`,
      { input: { orderId, reasonCode: "CHANGED_MIND", idempotencyKey: freshKey() } },
    );
    expect(asked.requestCancellation.cancellation?.status).toBe("PENDING_SELLER");
    expect(await right(orderId)).not.toBeNull();
    const { order } = await buyer.ask(
      `query ($id: ID!) { order(id: $id) { cancellationEligibility { outcome nextSteps { kind } rights { kind basis until } } } }`,
      { id: orderId },
    );
    expect(order.cancellationEligibility).toMatchObject({ outcome: "REFUSED" });
    expect(order.cancellationEligibility.nextSteps[0].kind).toBe("WITHDRAW_BY_LAW");
    expect(order.cancellationEligibility.rights).toEqual([
      { kind: "WITHDRAW", basis: "LAW", until: null },
    ]);
    const declared = await declare(orderId);
    expect(declared.withdrawal.cancellation.kind).toBe("STATUTORY_WITHDRAWAL");
  });

  test("ends with the local day where the order went, whatever the hour it came", async () => {
    const [order] = await app.world.purchase({
      buyerId: ana,
      placedAt: new Date("2020-03-01T12:00:00Z"),
      currency: "BRL",
      orders: [
        {
          shop: strict,
          shipToCountry: "BR",
          shipToRegion: "BR-AC",
          status: "DELIVERED",
          lines: [{ title: "Lamp", quantity: 1, unitPriceMinor: 1_000 }],
          deliveredAt: new Date(app.platform.clock.now().getTime() - day),
        },
      ],
      payments: [{ testMethod: "instant" }],
    });
    const answer = await buyer.ask(
      `query ($id: ID!) { order(id: $id) { timeZone shipToRegion withdrawalRight { until } returnEligibility { validUntil rights { kind until sentence } } } }`,
      { id: order?.id },
    );
    expect(answer.order).toMatchObject({ timeZone: "America/Rio_Branco", shipToRegion: "BR-AC" });
    const { until: end } = answer.order.withdrawalRight;
    // Rio Branco is at UTC-5 all year.
    expect(end).toMatch(/T04:59:59\.999Z$/);
    expect(answer.order.returnEligibility.validUntil).toBe(end);
  });

  test("declared twice is made once", async () => {
    const orderId = await bought(strict);
    const answers = await Promise.all(Array.from({ length: 5 }, () => declare(orderId)));
    const made = answers.filter(({ __typename }) => __typename === "WithdrawalSuccess");
    expect(made.length).toBe(1);
  });
});

describe("a seller who can't ship", () => {
  const cancel = (client: TestClient, input: object) =>
    client.ask(
      `mutation ($input: CancelAsSellerInput!) { cancelAsSeller(input: $input) { __typename ... on CancellationSuccess { cancellation { kind note amount { amountMinor } } } ... on Refusal { message } } }`,
      { input: { idempotencyKey: freshKey(), ...input } },
    );

  test("cancels some units, says why, and the buyer gets that part back", async () => {
    const orderId = await bought(strict);
    const { order } = await seller.ask(`query ($id: ID!) { order(id: $id) { lines { id } } }`, {
      id: orderId,
    });
    const units = [{ lineId: order.lines[0].id, quantity: 1 }];
    const { cancelAsSeller } = await cancel(seller, { orderId, units, reason: "OUT_OF_STOCK" });
    expect(cancelAsSeller.cancellation).toMatchObject({
      kind: "SELLER",
      note: "It is out of stock.",
      amount: { amountMinor: 8_300 },
    });
  });

  test("but not what has left, nor another shop's order, nor without a word for another reason", async () => {
    const shipped = await bought(strict, { status: "SHIPPED" });
    const orderId = shipped;
    const kind = async (client: TestClient, input: object) =>
      (await cancel(client, input)).cancelAsSeller.__typename;
    expect(await kind(seller, { orderId, reason: "CANNOT_SHIP" })).toBe("AlreadyShipped");
    const foreign = await bought(faraway);
    expect(await kind(seller, { orderId: foreign, reason: "CANNOT_SHIP" })).toBe("NotFound");
    expect(await kind(seller, { orderId, reason: "OTHER" })).toBe("InvalidInput");
    expect(await kind(buyer, { orderId, reason: "CANNOT_SHIP" })).toBe("PersonNotAllowed");
  });
});
