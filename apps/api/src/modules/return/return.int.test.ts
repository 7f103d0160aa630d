import { afterAll, describe, expect, test } from "vitest";
import * as documents from "../../testing/documents.js";
import { aPhoto, sendPhoto } from "../../testing/photos.js";
import { accepted, defective, returnStage } from "../../testing/return-stage.js";
import type { Answer } from "../../testing/test-client.js";

const {
  app,
  shop,
  quick,
  buyer,
  seller,
  quickSeller,
  other,
  delivered,
  asked,
  act,
  look,
  becomes,
  received,
} = await returnStage();
afterAll(() => app.close());

/** What waits for the buyer among their orders. */
const buyersTurn = async (): Promise<string[]> => {
  const { orders } = await buyer.ask(
    "{ orders(first: 100, filter: { waitsForBuyer: true }) { edges { node { id } } } }",
  );
  return orders.edges.map(({ node }: Answer) => node.id);
};

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
    // Two days: over a weekend, what nobody looked at is accepted within six.
    await buyer.ask(documents.moveClock, { hours: 48 });
    const there = await becomes(returnId, "RECEIVED");
    expect(there.scans.map(({ status }: Answer) => status)).toEqual([
      "ACCEPTED",
      "IN_TRANSIT",
      "DELIVERED",
    ]);
    const { timeline } = (
      await buyer.ask("query ($id: ID!) { order(id: $id) { timeline { kind actorKind } } }", {
        id: orderId,
      })
    ).order;
    expect(timeline).toContainEqual({ kind: "return.sent", actorKind: "CARRIER" });

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
    expect(inspected.return.comesBack.amountMinor).toBe(18_500);
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
    expect(wrong).toMatchObject({ __typename: "TrackingNumberUnusable", example: "AA123456785BR" });
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
    expect(await buyersTurn()).toContain(orderId);
    const declined = await act(buyer, "answerReturnOffer", { returnId, accept: false });
    expect(declined.return.status).toBe("REQUESTED");
    expect(await buyersTurn()).not.toContain(orderId);
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
