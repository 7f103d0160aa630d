import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { MadeShop } from "../../scenario/made-shop.js";
import * as documents from "../../testing/documents.js";
import { aPhoto, sendPhoto } from "../../testing/photos.js";
import { startTestApp, type TestApp } from "../../testing/test-app.js";
import { type Answer, freshKey, type TestClient } from "../../testing/test-client.js";
import { until } from "../../testing/until.js";

let app: TestApp;
let shop: MadeShop;
let quick: MadeShop;
let ana: string;
let buyer: TestClient;
let seller: TestClient;
let quickSeller: TestClient;
let agent: TestClient;
let other: TestClient;

const day = 86_400_000;

beforeAll(async () => {
  app = await startTestApp();
  const { world } = app;
  shop = await world.shop({
    name: "Pedra",
    policy: "asksSeller",
    owner: { name: "Pedro", email: "pedro@shops.example" },
  });
  quick = await world.shop({
    name: "Aurora",
    policy: "generous",
    owner: { name: "Aurora", email: "aurora@shops.example" },
  });
  ana = await world.person("Ana", "ana@buyers.example");
  buyer = await app.client("buyer", ana);
  seller = await app.client("seller", shop.ownerId);
  quickSeller = await app.client("seller", quick.ownerId);
  agent = await app.client("support", await world.agent("Sol", "sol@desk.example"));
  other = await app.client("buyer", await world.person("Bea", "bea@buyers.example"));
});
afterAll(() => app.close());

async function delivered(
  from: MadeShop,
  { daysAgo = 10, quantity = 1, unitPriceMinor = 10_000, testMethod = "instant" } = {},
) {
  const deliveredAt = new Date(app.platform.clock.now().getTime() - daysAgo * day);
  const [order] = await app.world.purchase({
    buyerId: ana,
    placedAt: new Date(deliveredAt.getTime() - 4 * day),
    orders: [
      {
        shop: from,
        status: "DELIVERED",
        deliveredAt,
        lines: [{ title: "Lamp", quantity, unitPriceMinor, shippingMinor: 1_500 }],
      },
    ],
    payments: [{ testMethod }],
  });
  return { orderId: order?.id ?? "", lineId: order?.lineIds[0] ?? "" };
}

const asked = async (client: TestClient, input: Record<string, unknown>) =>
  (await client.ask(documents.requestReturn, { input: { idempotencyKey: freshKey(), ...input } }))
    .requestReturn;

const defective = { reasonCode: "DEFECTIVE", note: "It does not turn on." };

const inputTypes: Record<string, string> = {
  approveReturn: "ReturnInput",
  cancelReturn: "ReturnInput",
  markReturnReceived: "ReturnInput",
  acceptDeduction: "ReturnInput",
  dropOffSandboxParcel: "ReturnInput",
};

/** Sends a mutation about a return. */
async function act(client: TestClient, name: string, input: Record<string, unknown>) {
  const type = inputTypes[name] ?? `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const given = { idempotencyKey: freshKey(), ...input };
  return (await client.ask(documents.onReturn(name, type), { input: given }))[name];
}

async function dispute(client: TestClient, name: string, input: Record<string, unknown>) {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const given = { idempotencyKey: freshKey(), ...input };
  return (await client.ask(documents.onDispute(name, type), { input: given }))[name];
}

const look = async (client: TestClient, id: string): Promise<Answer> =>
  (await client.ask(documents.returnById, { id })).return;

const becomes = (id: string, status: string) =>
  until(async () => {
    const request = await look(buyer, id);
    expect(request.status).toBe(status);
    return request;
  });

const accepted = {
  reception: "RECEIVED",
  inspection: "ACCEPTED",
  grade: "A",
  disposition: "RESTOCKED",
};

/** As far as the parcel in the seller's hands, by the buyer's own carrier. */
async function received(from: MadeShop, by: TestClient, quantity = 1) {
  const { orderId, lineId } = await delivered(from, { quantity });
  const made = await asked(buyer, { orderId, ...defective, method: "OWN" });
  const returnId = made.return.id;
  if (made.return.status === "REQUESTED") await act(by, "approveReturn", { returnId });
  await act(buyer, "addReturnTracking", {
    returnId,
    carrier: "Correios",
    trackingNumber: "aa 473 124 829 br",
  });
  const there = await act(by, "markReturnReceived", { returnId });
  expect(there.return.status).toBe("RECEIVED");
  return { orderId, lineId, returnId, units: there.return.units as { id: string }[] };
}

describe("a return", () => {
  test("goes all the way: photos, label, scans by the clock, inspection with a deduction, refund", async () => {
    const { orderId } = await delivered(shop, { quantity: 2 });
    const photo = await sendPhoto(buyer, orderId, await aPhoto());
    expect(photo.status).toBe(201);
    const input = { orderId, reasonCode: "DAMAGED", photoIds: [photo.id] };
    const { quoteReturn } = await buyer.ask(documents.quoteReturn, {
      input: { orderId, reasonCode: "DAMAGED" },
    });
    expect(quoteReturn.quote.total.amountMinor).toBe(21_500);
    const made = await asked(buyer, { ...input, quoteId: quoteReturn.quote.id });
    expect(made.return).toMatchObject({ status: "REQUESTED", amount: { amountMinor: 21_500 } });
    expect(made.return.nextAction).toMatchObject({ owner: "SELLER", kind: "DECIDE_RETURN" });
    const returnId = made.return.id;

    const queue = await seller.ask(
      `query ($shopId: ID!) { workQueue(shopId: $shopId) { edges { node { kind return { id } } } } }`,
      { shopId: shop.id },
    );
    expect(queue.workQueue.edges.map(({ node }: Answer) => node)).toContainEqual({
      kind: "DECIDE_RETURN",
      return: { id: returnId },
    });
    const seen = await fetch(`${seller.base}${made.return.photos[0].path}`, {
      headers: seller.headers,
    });
    expect(seen.headers.get("content-type")).toBe("image/jpeg");
    const hidden = await fetch(`${other.base}${made.return.photos[0].path}`, {
      headers: other.headers,
    });
    expect(hidden.status).toBe(404);

    await act(seller, "approveReturn", { returnId });
    const ready = await becomes(returnId, "AWAITING_SHIPMENT");
    expect(ready.label.trackingNumber).toMatch(/^MG\d{9}BR$/);
    expect(ready.instructions.address.street).toBe("Rua das Flores 120");
    const label = await fetch(`${buyer.base}${ready.label.path}`, { headers: buyer.headers });
    const pdf = Buffer.from(await label.arrayBuffer());
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    expect(
      (await fetch(`${other.base}${ready.label.path}`, { headers: other.headers })).status,
    ).toBe(404);

    await act(buyer, "dropOffSandboxParcel", { returnId });
    await buyer.ask(documents.moveClock, { hours: 24 * 6 });
    const there = await becomes(returnId, "RECEIVED");
    expect(there.scans.map(({ status }: Answer) => status)).toEqual([
      "ACCEPTED",
      "IN_TRANSIT",
      "DELIVERED",
    ]);

    const [first, second] = there.units;
    const missing = await act(seller, "inspectReturn", {
      returnId,
      units: [{ unitId: first.id, ...accepted }],
    });
    expect(missing.__typename).toBe("InvalidInput");
    const inspected = await act(seller, "inspectReturn", {
      returnId,
      units: [
        { unitId: first.id, ...accepted },
        {
          unitId: second.id,
          reception: "RECEIVED",
          inspection: "ACCEPTED_WITH_DEDUCTION",
          deductionMinor: 3_000,
          note: "The shade is scratched.",
          grade: "C",
          disposition: "NOT_RESTOCKED",
        },
      ],
    });
    expect(inspected.return).toMatchObject({ status: "PARTIALLY_ACCEPTED", refund: null });
    const agreed = await act(buyer, "acceptDeduction", { returnId });
    expect(agreed.return.refund.amount.amountMinor).toBe(18_500);
    await becomes(returnId, "COMPLETED");
  });

  test("is approved at once where the law says so, and the money leaves at the carrier's first scan where the shop does", async () => {
    const { orderId } = await delivered(quick, { daysAgo: 3 });
    const made = await asked(buyer, { orderId, reasonCode: "CHANGED_MIND" });
    const returnId = made.return.id;
    await becomes(returnId, "AWAITING_SHIPMENT");
    const typed = await act(buyer, "addReturnTracking", {
      returnId,
      carrier: "Correios",
      trackingNumber: "AA473124829BR",
    });
    expect(typed.__typename).toBe("NotInThisState");
    await act(buyer, "dropOffSandboxParcel", { returnId });
    const sent = await becomes(returnId, "IN_TRANSIT");
    expect(sent.refund.amount.amountMinor).toBe(11_500);
    const there = await act(quickSeller, "markReturnReceived", { returnId });
    const done = await act(quickSeller, "inspectReturn", {
      returnId,
      units: [{ unitId: there.return.units[0].id, ...accepted }],
    });
    expect(["REFUND_PENDING", "COMPLETED"]).toContain(done.return.status);
    await becomes(returnId, "COMPLETED");
  });

  test("with a tracking number that the buyer typed is followed, but neither paid nor moved by another's scans", async () => {
    const label = await delivered(quick, { daysAgo: 3 });
    const real = (await asked(buyer, { orderId: label.orderId, reasonCode: "CHANGED_MIND" })).return
      .id;
    const { trackingNumber } = await becomes(real, "AWAITING_SHIPMENT");
    const { orderId } = await delivered(quick, { daysAgo: 3 });
    const made = await asked(buyer, { orderId, reasonCode: "CHANGED_MIND", method: "OWN" });
    const returnId = made.return.id;
    const input = { returnId, carrier: "Correios" };
    const wrong = await act(buyer, "addReturnTracking", {
      ...input,
      trackingNumber: "AA473124828BR",
    });
    expect(wrong).toMatchObject({ __typename: "TrackingNumberUnusable", example: "AA473124829BR" });
    const sent = await act(buyer, "addReturnTracking", { ...input, trackingNumber });
    expect(sent.return).toMatchObject({ status: "IN_TRANSIT", refund: null });
    await act(buyer, "dropOffSandboxParcel", { returnId: real });
    await becomes(real, "IN_TRANSIT");
    expect(await look(buyer, returnId)).toMatchObject({
      status: "IN_TRANSIT",
      refund: null,
      scans: [],
    });
  });

  test("below a small value need not come back", async () => {
    const cheap = await app.world.shop({
      name: "Cheap",
      policy: "automatic",
      owner: { name: "C", email: "cheap@shops.example" },
    });
    const { orderId } = await delivered(cheap, { unitPriceMinor: 500 });
    const made = await asked(buyer, { orderId, ...defective });
    expect(made.return).toMatchObject({
      returnless: true,
      refund: { amount: { amountMinor: 2_000 } },
    });
    await becomes(made.return.id, "COMPLETED");
  });

  test("is refused with its rule, its facts and a way on; nothing is written", async () => {
    const late = await delivered(shop, { daysAgo: 60 });
    const refused = await asked(buyer, { orderId: late.orderId, reasonCode: "CHANGED_MIND" });
    expect(refused).toMatchObject({
      __typename: "ReturnWindowOver",
      decision: { rule: "return-window", policyVersion: { number: 1 } },
    });
    expect(refused.nextSteps.map(({ kind }: Answer) => kind)).toContain("CONTACT_SUPPORT");
    const noPhoto = await asked(buyer, { orderId: late.orderId, reasonCode: "DAMAGED" });
    expect(noPhoto).toMatchObject({ __typename: "EvidenceRequired", photosNeeded: 1 });
    const foreign = await asked(other, { orderId: late.orderId, ...defective });
    expect(foreign.__typename).toBe("NotFound");
    const dry = await asked(buyer, { orderId: late.orderId, ...defective, dryRun: true });
    expect(dry).toMatchObject({
      __typename: "ReturnDryRun",
      quote: { total: { amountMinor: 11_500 } },
    });
    const [{ count }] = await app.platform.database.query(
      "SELECT count(*)::int AS count FROM returns WHERE order_id = $1",
      [late.orderId],
    );
    expect(count).toBe(0);
  });

  test("asked for twice at the same time is made once", async () => {
    const { orderId } = await delivered(shop);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => asked(buyer, { orderId, ...defective })),
    );
    const kinds = answers.map(({ __typename }) => __typename).sort();
    expect(kinds.filter((kind) => kind === "ReturnSuccess").length).toBe(1);
    expect(kinds.filter((kind) => kind === "ReturnAlreadyOpen").length).toBe(5);
  });

  test("can be taken back until it is sent, and asked for again", async () => {
    const { orderId } = await delivered(shop);
    const made = await asked(buyer, { orderId, ...defective });
    const taken = await act(buyer, "cancelReturn", { returnId: made.return.id });
    expect(taken.return.status).toBe("CANCELED");
    const again = await asked(buyer, { orderId, ...defective, method: "OWN" });
    expect(again.return.status).toBe("REQUESTED");
    const returnId = again.return.id;
    await act(seller, "approveReturn", { returnId });
    await act(buyer, "addReturnTracking", {
      returnId,
      carrier: "Other",
      trackingNumber: "XY12345678",
    });
    const late = await act(buyer, "cancelReturn", { returnId });
    expect(late).toMatchObject({ __typename: "NotInThisState", state: "IN_TRANSIT" });
  });
});

describe("what a seller can answer", () => {
  test("a question stops their clock until the buyer answers", async () => {
    const { orderId } = await delivered(shop);
    const made = await asked(buyer, { orderId, ...defective });
    const returnId = made.return.id;
    const question = await act(seller, "askReturnInfo", { returnId, question: "Which bulb?" });
    expect(question.return).toMatchObject({ status: "INFO_REQUESTED", question: "Which bulb?" });
    const answer = await act(buyer, "answerReturnInfo", {
      returnId,
      answer: "The one it came with.",
    });
    expect(answer.return.status).toBe("REQUESTED");
    const drift = Math.abs(
      new Date(answer.return.dueAt).getTime() - new Date(made.return.dueAt).getTime(),
    );
    expect(drift).toBeLessThan(60_000);
  });

  test("an offer can be declined, and then the return goes on", async () => {
    const { orderId } = await delivered(shop);
    const made = await asked(buyer, { orderId, ...defective });
    const returnId = made.return.id;
    const greedy = await act(seller, "offerPartialRefund", { returnId, amountMinor: 11_500 });
    expect(greedy.__typename).toBe("AmountAboveRefundable");
    const offered = await act(seller, "offerPartialRefund", {
      returnId,
      amountMinor: 4_000,
      note: "Keep it?",
    });
    expect(offered.return).toMatchObject({ status: "OFFER_PENDING", offer: { note: "Keep it?" } });
    const declined = await act(buyer, "answerReturnOffer", { returnId, accept: false });
    expect(declined.return.status).toBe("REQUESTED");
  });

  test("an offer that is taken pays exactly that", async () => {
    const { orderId } = await delivered(shop, { quantity: 3 });
    const made = await asked(buyer, { orderId, ...defective });
    const returnId = made.return.id;
    await act(seller, "offerPartialRefund", { returnId, amountMinor: 9_999 });
    const taken = await act(buyer, "answerReturnOffer", { returnId, accept: true });
    expect(taken.return.refund.amount.amountMinor).toBe(9_999);
    await becomes(returnId, "COMPLETED");
  });

  test("a rejection needs its evidence", async () => {
    const { orderId } = await delivered(shop);
    const made = await asked(buyer, { orderId, ...defective });
    const returnId = made.return.id;
    const bare = await act(seller, "rejectReturn", {
      returnId,
      reason: "USED_OR_DAMAGED_BY_BUYER",
    });
    expect(bare).toMatchObject({ __typename: "EvidenceRequired", photosNeeded: 1 });
    const wordless = await act(seller, "rejectReturn", { returnId, reason: "NO_FAULT_FOUND" });
    expect(wordless.__typename).toBe("NoteRequired");
    const photo = await sendPhoto(seller, orderId, await aPhoto());
    const rejected = await act(seller, "rejectReturn", {
      returnId,
      reason: "USED_OR_DAMAGED_BY_BUYER",
      photoIds: [photo.id],
    });
    expect(rejected.return.status).toBe("REJECTED");
    expect(rejected.return.nextAction).toMatchObject({ owner: "BUYER", kind: "APPEAL_OR_ACCEPT" });
  });

  test("nothing that arrived can be rejected without a photo, nor unit by unit be forgotten", async () => {
    const { returnId, units } = await received(shop, seller, 2);
    const refused = units.map(({ id }) => ({
      unitId: id,
      reception: "WRONG_ITEM",
      inspection: "REJECTED",
      note: "A brick.",
      disposition: "NOT_RESTOCKED",
    }));
    const bare = await act(seller, "inspectReturn", { returnId, units: refused });
    expect(bare.__typename).toBe("EvidenceRequired");
    const twice = await act(seller, "inspectReturn", { returnId, units: [refused[0], refused[0]] });
    expect(twice.__typename).toBe("InvalidInput");
  });
});

describe("what happens when nobody acts", () => {
  const move = (hours: number) => buyer.ask(documents.moveClock, { hours });

  test("silence approves, then the unsent return expires, each at its own time", async () => {
    const { orderId } = await delivered(shop);
    const made = await asked(buyer, { orderId, ...defective, method: "OWN" });
    await move(24 * 40);
    const { order } = await buyer.ask(documents.orderStory, { id: orderId });
    const told = order.timeline.map(({ kind }: Answer) => kind);
    expect(told).toContain("return.approvedBySilence");
    expect(told.at(-1)).toBe("return.expired");
    const [row] = await app.platform.database.query(
      "SELECT at FROM timeline_events WHERE order_id = $1 AND kind = 'return.approvedBySilence'",
      [orderId],
    );
    expect(row.at.toISOString()).toBe(made.return.dueAt);
    expect((await look(buyer, made.return.id)).status).toBe("EXPIRED");
  });

  test("an offer lapses and is never accepted; an unanswered question ends the request", async () => {
    const one = await delivered(shop);
    const offered = await asked(buyer, { orderId: one.orderId, ...defective });
    await act(seller, "offerPartialRefund", { returnId: offered.return.id, amountMinor: 100 });
    const two = await delivered(shop);
    const questioned = await asked(buyer, { orderId: two.orderId, ...defective });
    await act(seller, "askReturnInfo", { returnId: questioned.return.id, question: "Why?" });
    await move(80);
    const lapsed = await look(buyer, offered.return.id);
    expect(lapsed.refund).toBe(null);
    expect(["REQUESTED", "APPROVED", "AWAITING_SHIPMENT"]).toContain(lapsed.status);
    await move(24 * 7);
    expect((await look(buyer, questioned.return.id)).status).toBe("EXPIRED");
  });

  test("an uninspected parcel is accepted, a lost one with our label is refunded", async () => {
    const there = await received(shop, seller);
    const { orderId } = await delivered(shop);
    const lost = (await asked(buyer, { orderId, ...defective })).return.id;
    await act(seller, "approveReturn", { returnId: lost });
    await becomes(lost, "AWAITING_SHIPMENT");
    await app.platform.database.query(
      "INSERT INTO deadlines (kind, subject_id, due_at) VALUES ('sandbox.parcelScan', $1, $2)",
      [`${lost}:0`, app.platform.clock.now()],
    );
    await becomes(lost, "IN_TRANSIT");
    await move(24 * 16);
    expect((await becomes(there.returnId, "COMPLETED")).units[0].inspection).toBe("ACCEPTED");
    expect((await becomes(lost, "COMPLETED")).refund.amount.amountMinor).toBe(11_500);
  });
});

describe("a dispute", () => {
  async function rejected() {
    const { orderId } = await delivered(shop);
    const made = await asked(buyer, { orderId, ...defective, method: "OWN" });
    const returnId = made.return.id;
    await act(seller, "rejectReturn", { returnId, reason: "OTHER", note: "No." });
    return { orderId, returnId };
  }
  const escalate = (subjectId: string) =>
    dispute(buyer, "escalate", { subjectId, statement: "It is broken, look." });

  test("hears the seller, is ruled for the buyer, and the return goes on", async () => {
    const { returnId } = await rejected();
    const opened = await escalate(returnId);
    expect(opened.dispute).toMatchObject({
      status: "AWAITING_SELLER_RESPONSE",
      nextAction: { owner: "SELLER", kind: "ANSWER_DISPUTE" },
    });
    const disputeId = opened.dispute.id;
    const early = await dispute(agent, "ruleDispute", {
      disputeId,
      ruledFor: "BUYER",
      reason: "x",
    });
    expect(early.__typename).toBe("NotInThisState");
    const answered = await dispute(seller, "respondToDispute", {
      disputeId,
      response: "It worked.",
    });
    expect(answered.dispute).toMatchObject({ status: "UNDER_REVIEW", case: null });
    const byBuyer = await dispute(buyer, "ruleDispute", {
      disputeId,
      ruledFor: "BUYER",
      reason: "x",
    });
    expect(byBuyer.__typename).toBe("PersonNotAllowed");
    const ruled = await dispute(agent, "ruleDispute", {
      disputeId,
      ruledFor: "BUYER",
      reason: "It is broken.",
    });
    expect(ruled.dispute).toMatchObject({
      status: "APPEAL_WINDOW",
      return: { status: "AWAITING_SHIPMENT" },
    });
  });

  test("a seller's silence decides for the buyer", async () => {
    const { returnId } = await rejected();
    await escalate(returnId);
    await buyer.ask(documents.moveClock, { hours: 24 * 6 });
    expect((await look(buyer, returnId)).status).toBe("AWAITING_SHIPMENT");
  });

  test("ruled for the seller it can be appealed once, to another agent, and then is final", async () => {
    const { returnId } = await rejected();
    const disputeId = (await escalate(returnId)).dispute.id;
    await dispute(seller, "respondToDispute", { disputeId, response: "It worked." });
    const ruled = await dispute(agent, "ruleDispute", {
      disputeId,
      ruledFor: "SELLER",
      reason: "No fault.",
    });
    expect(ruled.dispute.return.status).toBe("ESCALATED");
    await dispute(buyer, "appealRuling", { disputeId, statement: "Please look again." });
    const same = await dispute(agent, "ruleDispute", {
      disputeId,
      ruledFor: "BUYER",
      reason: "Hm.",
    });
    expect(same.__typename).toBe("PersonNotAllowed");
    const second = await app.client(
      "support",
      await app.world.agent("Teo", `teo${Math.random()}@desk.example`),
    );
    const final = await dispute(second, "ruleDispute", {
      disputeId,
      ruledFor: "SELLER",
      reason: "Still.",
    });
    expect(final.dispute).toMatchObject({ status: "FINAL", return: { status: "CLOSED" } });
  });

  test("about an inspection can be split, to the minor unit", async () => {
    const { orderId, returnId, units } = await received(shop, seller, 2);
    const photo = await sendPhoto(seller, orderId, await aPhoto());
    await act(seller, "inspectReturn", {
      returnId,
      photoIds: [photo.id],
      units: units.map(({ id }) => ({
        unitId: id,
        reception: "RECEIVED",
        inspection: "REJECTED",
        note: "Worn.",
        disposition: "NOT_RESTOCKED",
      })),
    });
    const disputeId = (await escalate(returnId)).dispute.id;
    await dispute(seller, "respondToDispute", { disputeId, response: "Worn out." });
    const tooMuch = await dispute(agent, "ruleDispute", {
      disputeId,
      ruledFor: "SPLIT",
      amountMinor: 21_501,
      reason: "x",
    });
    expect(tooMuch.__typename).toBe("AmountAboveRefundable");
    await dispute(agent, "ruleDispute", {
      disputeId,
      ruledFor: "SPLIT",
      amountMinor: 10_333,
      reason: "Half.",
    });
    expect((await becomes(returnId, "COMPLETED")).refund.amount.amountMinor).toBe(10_333);
  });

  test("about a rejected cancellation takes the units back, unless they have left", async () => {
    const make = async () => {
      const [order] = await app.world.purchase({
        buyerId: ana,
        placedAt: new Date(app.platform.clock.now().getTime() - 3 * 3_600_000),
        orders: [{ shop, lines: [{ title: "Vase", quantity: 1, unitPriceMinor: 5_000 }] }],
      });
      const orderId = order?.id ?? "";
      const input = { orderId, reasonCode: "CHANGED_MIND", idempotencyKey: freshKey() };
      const { requestCancellation } = await buyer.ask(documents.requestCancellation, { input });
      const cancellationId = requestCancellation.cancellation.id;
      await seller.ask(documents.rejectCancellation, {
        input: {
          cancellationId,
          reason: "CUSTOM_MADE",
          note: "Made for you.",
          idempotencyKey: freshKey(),
        },
      });
      const disputeId = (await escalate(cancellationId)).dispute.id;
      await dispute(seller, "respondToDispute", { disputeId, response: "Made for her." });
      return { orderId, disputeId };
    };
    const kept = await make();
    const ruled = await dispute(agent, "ruleDispute", {
      disputeId: kept.disputeId,
      ruledFor: "BUYER",
      reason: "It isn't.",
    });
    expect(["REFUNDING", "COMPLETED"]).toContain(ruled.dispute.cancellation.status);

    const left = await make();
    await seller.ask(documents.shipOrder, {
      input: {
        orderId: left.orderId,
        carrier: "X",
        trackingNumber: "1",
        idempotencyKey: freshKey(),
      },
    });
    const late = await dispute(agent, "ruleDispute", {
      disputeId: left.disputeId,
      ruledFor: "BUYER",
      reason: "It isn't.",
    });
    expect(late.dispute.cancellation.status).toBe("SUPERSEDED_BY_SHIPMENT");
  });
});

describe("direct SQL", () => {
  test("can't take a unit back twice, nor rewrite a settled one", async () => {
    const { orderId, lineId } = await delivered(shop);
    const made = await asked(buyer, { orderId, ...defective });
    const { query } = app.platform.database;
    const run = query.bind(app.platform.database);
    await expect(
      run("UPDATE order_lines SET returned_quantity = 1 WHERE id = $1", [lineId]),
    ).rejects.toThrow(/cancellation_units/);
    const [unit] = await run("SELECT * FROM return_units WHERE return_id = $1", [made.return.id]);
    await expect(
      run(
        `INSERT INTO return_units (id, return_id, line_id, position, gross_minor, kept_minor, state, reception, inspection)
         VALUES ('run_x', $1, $2, 9, 1, 0, 'OPEN', 'AWAITING', 'PENDING')`,
        [made.return.id, lineId],
      ),
    ).rejects.toThrow(/returns_within_shipped/);
    await run("UPDATE return_units SET state = 'RELEASED' WHERE id = $1", [unit.id]);
    await expect(
      run("UPDATE return_units SET state = 'OPEN' WHERE id = $1", [unit.id]),
    ).rejects.toThrow(/stays so/);
  });
});
