import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { MadeShop } from "../../../scenario/made-shop.js";
import * as documents from "../../../testing/documents.js";
import { startTestApp, type TestApp } from "../../../testing/test-app.js";
import { freshKey, type TestClient } from "../../../testing/test-client.js";
import { until } from "../../../testing/until.js";

let app: TestApp;
let automatic: MadeShop;
let asking: MadeShop;
let strict: MadeShop;
let ana: string;
let buyer: TestClient;

beforeAll(async () => {
  app = await startTestApp();
  const owner = (name: string) => ({ name, email: `${name}@shops.example` });
  automatic = await app.world.shop({ name: "Quick", policy: "automatic", owner: owner("quick") });
  asking = await app.world.shop({ name: "Asks", policy: "asksSeller", owner: owner("asks") });
  strict = await app.world.shop({ name: "Strict", policy: "strict", owner: owner("strict") });
  ana = await app.world.person("Ana", "ana@buyers.example");
  buyer = await app.client("buyer", ana);
});
afterAll(() => app.close());

const longAgo = () => new Date(Date.now() - 20 * 3_600_000);
const mug = { title: "Mug", quantity: 2, unitPriceMinor: 2500, shippingMinor: 900 };

async function order(
  shop: MadeShop,
  some: { status?: "PROCESSING" | "SHIPPED"; testMethod?: string } = {},
) {
  const [made] = await app.world.purchase({
    buyerId: ana,
    placedAt: longAgo(),
    orders: [{ shop, lines: [mug], ...(some.status ? { status: some.status } : {}) }],
    payments: [{ testMethod: some.testMethod ?? "instant" }],
  });
  if (!made) throw new Error("no order");
  return made;
}

const request = async (client: TestClient, input: Record<string, unknown>) =>
  (
    await client.ask(documents.requestCancellation, {
      input: { idempotencyKey: freshKey(), ...input },
    })
  ).requestCancellation;

const story = async (client: TestClient, id: string) =>
  (await client.ask(documents.orderStory, { id })).order;

describe("cancelling at once", () => {
  test("cancels, pays back what was quoted, and is complete when the network took it", async () => {
    const { id } = await order(automatic);
    const { quoteCancellation } = await buyer.ask(documents.quoteCancellation, {
      input: { orderId: id },
    });
    expect(quoteCancellation.quote.total.amountMinor).toBe(5900);
    const answer = await request(buyer, { orderId: id, quoteId: quoteCancellation.quote.id });
    expect(answer).toMatchObject({ __typename: "CancellationSuccess", replayed: false });
    expect(answer.cancellation.refund.promisedBy).toBe(quoteCancellation.quote.promisedBy);

    const done = await until(async () => {
      const now = await story(buyer, id);
      expect(now.cancellations[0].status).toBe("COMPLETED");
      return now;
    });
    expect(done).toMatchObject({ status: "CANCELED", financialStatus: "REFUNDED" });
    expect(done.totals).toMatchObject({
      refunded: { amountMinor: 5900 },
      refundPending: { amountMinor: 0 },
    });
    expect(done.refunds[0].allocations[0].traceReference.type).toBe("ARN");
    expect(done.timeline.map(({ kind }: { kind: string }) => kind)).toEqual([
      "order.placed",
      "cancellation.requested",
      "cancellation.approvedAtOnce",
      "order.canceled",
      "refund.created",
      "refund.submitted",
      "refund.succeeded",
      "cancellation.completed",
    ]);
  });

  test("cancels some units, then the rest, to the last cent", async () => {
    const { id, lineIds } = await order(automatic);
    const one = [{ lineId: lineIds[0], quantity: 1 }];
    await request(buyer, { orderId: id, units: one });
    const half = await story(buyer, id);
    expect(half).toMatchObject({ status: "AWAITING_SHIPMENT", lines: [{ canceledQuantity: 1 }] });
    await request(buyer, { orderId: id, units: one });
    await until(async () => {
      expect((await story(buyer, id)).totals.refunded.amountMinor).toBe(5900);
    });
  });

  test("tells a dry run what would be, and changes nothing", async () => {
    const { id } = await order(automatic);
    const answer = await request(buyer, { orderId: id, dryRun: true });
    expect(answer).toMatchObject({
      __typename: "CancellationDryRun",
      quote: { total: { amountMinor: 5900 } },
      eligibility: { outcome: "AUTO_APPROVED" },
    });
    expect(await story(buyer, id)).toMatchObject({ cancellations: [], timelineSeq: 1 });
  });
});

describe("asking the seller", () => {
  test("waits with a date, and the seller's approval pays back", async () => {
    const { id } = await order(asking);
    const answer = await request(buyer, { orderId: id });
    expect(answer.cancellation).toMatchObject({ status: "PENDING_SELLER", refund: null });
    expect(Date.parse(answer.cancellation.respondBy)).toBeGreaterThan(Date.now());
    expect((await story(buyer, id)).nextAction).toMatchObject({
      owner: "SELLER",
      onTimeout: expect.stringContaining("canceled"),
    });

    const seller = await app.client("seller", asking.ownerId);
    const queue = await seller.ask(
      `query ($shopId: ID!) { workQueue(shopId: $shopId) { totalCount edges { node { kind deadline cancellation { id } } } } }`,
      { shopId: asking.id },
    );
    const waiting = queue.workQueue.edges.map(
      ({ node }: { node: { cancellation: { id: string } | null } }) => node.cancellation?.id,
    );
    expect(waiting).toContain(answer.cancellation.id);
    const input = { cancellationId: answer.cancellation.id, idempotencyKey: freshKey() };
    const { approveCancellation } = await seller.ask(documents.approveCancellation, { input });
    expect(approveCancellation.__typename).toBe("CancellationSuccess");
    await until(async () => {
      expect((await story(buyer, id)).financialStatus).toBe("REFUNDED");
    });
    const again = await seller.ask(documents.approveCancellation, {
      input: { ...input, idempotencyKey: freshKey() },
    });
    expect(again.approveCancellation).toMatchObject({
      __typename: "NotInThisState",
      state: "COMPLETED",
    });
  });

  test("a rejection says why, and frees the units", async () => {
    const { id } = await order(asking);
    const { cancellation } = await request(buyer, { orderId: id });
    const seller = await app.client("seller", asking.ownerId);
    const base = { cancellationId: cancellation.id, idempotencyKey: freshKey() };
    const silent = await seller.ask(documents.rejectCancellation, {
      input: { ...base, reason: "OTHER" },
    });
    expect(silent.rejectCancellation.__typename).toBe("NoteRequired");
    const told = await seller.ask(documents.rejectCancellation, {
      input: { ...base, reason: "CUSTOM_MADE", note: "Your name is on it." },
    });
    expect(told.rejectCancellation.cancellation).toMatchObject({
      status: "REJECTED",
      rejectionReason: "It was made to order. Your name is on it.",
    });
    expect(await story(buyer, id)).toMatchObject({ lines: [{ heldQuantity: 0 }] });
  });

  test("the buyer takes it back, and may ask again", async () => {
    const { id } = await order(asking);
    const { cancellation } = await request(buyer, { orderId: id });
    const open = await request(buyer, { orderId: id });
    expect(open).toMatchObject({
      __typename: "CancellationAlreadyOpen",
      cancellation: { id: cancellation.id },
    });
    const input = { cancellationId: cancellation.id, idempotencyKey: freshKey() };
    const { withdrawCancellation } = await buyer.ask(documents.withdrawCancellation, { input });
    expect(withdrawCancellation.cancellation.status).toBe("WITHDRAWN");
    expect((await request(buyer, { orderId: id })).__typename).toBe("CancellationSuccess");
  });

  test("the seller's silence approves, once, when the time is over", async () => {
    const { id } = await order(asking);
    const { cancellation } = await request(buyer, { orderId: id });
    await app.platform.database.query("UPDATE deadlines SET due_at = now() WHERE subject_id = $1", [
      cancellation.id,
    ]);
    await until(async () => {
      const now = await story(buyer, id);
      expect(now.financialStatus).toBe("REFUNDED");
      expect(now.timeline.map(({ kind }: { kind: string }) => kind)).toContain(
        "cancellation.approvedBySilence",
      );
    });
  });
});

describe("refusing", () => {
  test("names the rule, the version, the facts and what to do instead, and keeps the explanation", async () => {
    const { id } = await order(automatic, { status: "SHIPPED" });
    const answer = await request(buyer, { orderId: id });
    expect(answer).toMatchObject({
      __typename: "AlreadyShipped",
      message: expect.stringContaining("shipped"),
      decision: { rule: "not-shipped", outcome: "REFUSED", policyVersion: { number: 1 } },
    });
    expect(answer.decision.trace.length).toBeGreaterThan(1);
    expect(answer.nextSteps.map(({ kind }: { kind: string }) => kind)).toContain("CONTACT_SUPPORT");
    const [kept] = await app.platform.database.query("SELECT rule FROM decisions WHERE id = $1", [
      answer.decision.id,
    ]);
    expect(kept).toEqual({ rule: "not-shipped" });
  });

  test("asks for a reason the policy knows, and for words where it needs them", async () => {
    const [made] = await app.world.purchase({
      buyerId: ana,
      orders: [{ shop: strict, lines: [mug] }],
    });
    const orderId = made?.id;
    expect((await request(buyer, { orderId })).__typename).toBe("ReasonRequired");
    expect((await request(buyer, { orderId, reasonCode: "BORED" })).__typename).toBe(
      "ReasonUnknown",
    );
    expect((await request(buyer, { orderId, reasonCode: "OTHER" })).__typename).toBe(
      "NoteRequired",
    );
    const good = await request(buyer, {
      orderId,
      reasonCode: "OTHER",
      note: "A gift nobody wants",
    });
    expect(good.__typename).toBe("CancellationSuccess");
  });

  test.each([
    ["no unit", (lineId: string) => [{ lineId, quantity: 0 }], "InvalidInput"],
    ["minus one", (lineId: string) => [{ lineId, quantity: -1 }], "InvalidInput"],
    ["too many", (lineId: string) => [{ lineId, quantity: 3 }], "UnitsNotAvailable"],
    [
      "a line twice",
      (lineId: string) => [
        { lineId, quantity: 1 },
        { lineId, quantity: 1 },
      ],
      "InvalidInput",
    ],
    ["an empty list", () => [], "InvalidInput"],
    ["nonsense as a line", () => [{ lineId: "x", quantity: 1 }], "InvalidInput"],
    [
      "a line of nobody",
      () => [{ lineId: "lin_01h455vb4pex5vsknk084sn02q", quantity: 1 }],
      "UnitsNotAvailable",
    ],
  ])("refuses %s, and changes nothing", async (_name, units, kind) => {
    const { id, lineIds } = await order(automatic);
    const answer = await request(buyer, { orderId: id, units: units(lineIds[0] ?? "") });
    expect(answer.__typename).toBe(kind);
    expect(await story(buyer, id)).toMatchObject({ cancellations: [], timelineSeq: 1 });
  });

  test("refuses a long text, an unknown order and a wrong id, each in its own way", async () => {
    const { id } = await order(automatic);
    const long = await request(buyer, { orderId: id, note: "😀".repeat(2001) });
    expect(long).toMatchObject({ __typename: "InvalidInput", field: "note" });
    const odd = await request(buyer, {
      orderId: id,
      note: "\u202Eevil \u0007bell",
      dryRun: true,
    });
    expect(odd.__typename).toBe("CancellationDryRun");
    const unknown = await request(buyer, { orderId: "ord_01h455vb4pex5vsknk084sn02q" });
    expect(unknown.__typename).toBe("NotFound");
    expect(await request(buyer, { orderId: "1 OR 1=1" })).toMatchObject({
      __typename: "InvalidInput",
      field: "orderId",
    });
  });

  test("refuses a quote that expired, was used, changed or belongs to another, with a new one", async () => {
    const { id, lineIds } = await order(asking);
    const quote = async (units?: unknown) =>
      (await buyer.ask(documents.quoteCancellation, { input: { orderId: id, units } }))
        .quoteCancellation.quote.id;
    const expired = await quote();
    await app.platform.database.query(
      "UPDATE quotes SET expires_at = now() - interval '1 second' WHERE id = $1",
      [expired],
    );
    const stale = await request(buyer, { orderId: id, quoteId: expired });
    expect(stale).toMatchObject({ __typename: "QuoteStale", why: "EXPIRED" });
    expect(stale.newQuote.total.amountMinor).toBe(5900);

    const other = await order(asking);
    const unknown = await request(buyer, { orderId: other.id, quoteId: expired });
    expect(unknown).toMatchObject({ __typename: "QuoteStale", why: "UNKNOWN" });

    const ofOne = await quote([{ lineId: lineIds[0], quantity: 1 }]);
    const changed = await request(buyer, { orderId: id, quoteId: ofOne });
    expect(changed).toMatchObject({ __typename: "QuoteStale", why: "CHANGED" });
    const fresh = await request(buyer, { orderId: id, quoteId: changed.newQuote.id });
    expect(fresh.__typename).toBe("CancellationSuccess");
  });
});

describe("fifty at once", () => {
  test("with one key: one cancellation, one refund, fifty equal answers", async () => {
    const { id } = await order(automatic);
    const idempotencyKey = freshKey();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => request(buyer, { orderId: id, idempotencyKey })),
    );
    expect(new Set(answers.map((answer) => answer.cancellation.id)).size).toBe(1);
    expect(answers.filter((answer) => !answer.replayed).length).toBe(1);
    await until(async () => {
      expect((await story(buyer, id)).cancellations[0].status).toBe("COMPLETED");
    });
    expect((await story(buyer, id)).refunds.length).toBe(1);
  });

  test("with fifty keys: one cancellation, forty-nine typed refusals", async () => {
    const { id } = await order(automatic);
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => request(buyer, { orderId: id })),
    );
    const kinds = answers.map((answer) => answer.__typename);
    expect(kinds.filter((kind) => kind === "CancellationSuccess").length).toBe(1);
    expect(kinds.filter((kind) => kind === "AlreadyCanceled").length).toBe(49);
  });

  test("a key used for something else is refused", async () => {
    const { id } = await order(automatic);
    const idempotencyKey = freshKey();
    await request(buyer, { orderId: id, idempotencyKey });
    const answer = await request(buyer, { orderId: id, idempotencyKey, note: "other" });
    expect(answer.__typename).toBe("IdempotencyConflict");
  });
});

describe("Cancel and Ship at the same moment", () => {
  test("one typed winner, one typed loser, whichever comes first", async () => {
    const seller = await app.client("seller", automatic.ownerId);
    const outcomes = new Set<string>();
    for (let round = 0; round < 12; round++) {
      const { id } = await order(automatic, { status: "PROCESSING" });
      const ship = () =>
        seller.ask(documents.shipOrder, {
          input: {
            orderId: id,
            carrier: "Correios",
            trackingNumber: "BR1",
            idempotencyKey: freshKey(),
          },
        });
      const cancel = () => request(buyer, { orderId: id });
      const [shipped, canceled] =
        round % 2 === 0
          ? await Promise.all([ship(), cancel()])
          : await Promise.all([cancel(), ship()]).then(([c, s]) => [s, c] as const);
      const pair = `${shipped.shipOrder.__typename} ${canceled.__typename}`;
      expect(["OrderSuccess AlreadyShipped", "LinesCanceled CancellationSuccess"]).toContain(pair);
      outcomes.add(pair);
      const { lines } = await story(buyer, id);
      expect(lines[0].shippedQuantity + lines[0].canceledQuantity).toBe(2);
    }
  });

  test("a seller who ships what is asked for is told of the request", async () => {
    const { id } = await order(asking);
    const { cancellation } = await request(buyer, { orderId: id });
    const seller = await app.client("seller", asking.ownerId);
    const input = { orderId: id, carrier: "C", trackingNumber: "T", idempotencyKey: freshKey() };
    const { shipOrder } = await seller.ask(documents.shipOrder, { input });
    expect(shipOrder).toMatchObject({
      __typename: "LinesHeldByCancellation",
      cancellation: { id: cancellation.id },
    });
  });
});
