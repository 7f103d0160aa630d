import { afterAll, expect, test } from "vitest";
import * as documents from "../../testing/documents.js";
import { aPhoto, sendPhoto } from "../../testing/photos.js";
import { accepted, defective, returnStage } from "../../testing/return-stage.js";
import type { Answer } from "../../testing/test-client.js";
import { until } from "../../testing/until.js";

const {
  app,
  shop,
  quick,
  buyer,
  seller,
  quickSeller,
  delivered,
  asked,
  act,
  dispute,
  look,
  becomes,
  received,
} = await returnStage();
afterAll(() => app.close());

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

test("a label that the carrier doesn't print in a day is not waited for: the buyer sends it as they like", async () => {
  const { orderId } = await delivered(shop);
  const returnId = (await asked(buyer, { orderId, ...defective })).return.id;
  const { query } = app.platform.database;
  const run = query.bind(app.platform.database);
  await run(`CREATE FUNCTION out_of_paper() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE 'out of paper'; END $$`);
  await run(`CREATE TRIGGER out_of_paper BEFORE INSERT ON return_labels
    FOR EACH ROW WHEN (NEW.return_id = '${returnId}') EXECUTE FUNCTION out_of_paper()`);
  const approved = await act(seller, "approveReturn", { returnId });
  expect(approved.return).toMatchObject({
    status: "APPROVED",
    nextAction: {
      owner: "SYSTEM",
      kind: "ISSUE_LABEL",
      onTimeout: "If no label is there by then, the buyer sends it with any carrier.",
    },
  });
  expect(approved.return.nextAction.deadline).toBe(approved.return.dueAt);
  await move(25);
  const instructed = await becomes(returnId, "AWAITING_SHIPMENT");
  expect(instructed).toMatchObject({
    method: "OWN",
    label: null,
    instructions: { address: { street: "Rua das Flores 120" } },
    nextAction: { owner: "BUYER", kind: "SEND_BACK" },
  });
  const typed = await act(buyer, "addReturnTracking", {
    returnId,
    carrier: "Correios",
    trackingNumber: "AA473124829BR",
  });
  expect(typed.return.status).toBe("IN_TRANSIT");
});

test("what waits for the ruling of a dispute waits until the day of that dispute", async () => {
  const { orderId } = await delivered(shop);
  const returnId = (await asked(buyer, { orderId, ...defective })).return.id;
  await act(seller, "rejectReturn", { returnId, reason: "OTHER", note: "No." });
  const opened = await dispute(buyer, "escalate", { subjectId: returnId, statement: "Look." });
  const heard = { owner: "SELLER", kind: "ANSWER_DISPUTE", deadline: expect.any(String) };
  expect(opened.dispute.nextAction).toMatchObject(heard);
  expect((await look(buyer, returnId)).nextAction).toEqual(opened.dispute.nextAction);
  const answer = { disputeId: opened.dispute.id, response: "It worked." };
  const answered = await dispute(seller, "respondToDispute", answer);
  const ruled = { owner: "SUPPORT", kind: "RULE", deadline: expect.any(String) };
  expect(answered.dispute.nextAction).toMatchObject(ruled);
  expect((await look(buyer, returnId)).nextAction).toEqual(answered.dispute.nextAction);
  const byNode = `query ($id: ID!) { node(id: $id) { __typename id } }`;
  for (const [id, __typename] of [
    [returnId, "Return"],
    [opened.dispute.id, "Dispute"],
  ]) {
    expect((await buyer.ask(byNode, { id })).node).toEqual({ __typename, id });
  }
});

test("what was paid at the first scan stays paid, whatever the seller finds", async () => {
  const { orderId } = await delivered(quick, { daysAgo: 3 });
  const returnId = (await asked(buyer, { orderId, reasonCode: "CHANGED_MIND" })).return.id;
  await becomes(returnId, "AWAITING_SHIPMENT");
  await act(buyer, "dropOffSandboxParcel", { returnId });
  await becomes(returnId, "IN_TRANSIT");
  const there = await act(quickSeller, "markReturnReceived", { returnId });
  const unitId = there.return.units[0].id;
  const photo = await sendPhoto(quickSeller, orderId, await aPhoto());
  const brick = { unitId, reception: "WRONG_ITEM", note: "A brick.", disposition: "NOT_RESTOCKED" };
  const kept = await act(quickSeller, "inspectReturn", {
    returnId,
    units: [{ ...brick, inspection: "ACCEPTED_WITH_DEDUCTION", deductionMinor: 500 }],
  });
  expect(kept.__typename).toBe("InvalidInput");
  await act(quickSeller, "inspectReturn", {
    returnId,
    photoIds: [photo.id],
    units: [{ ...brick, inspection: "REJECTED" }],
  });
  const done = await becomes(returnId, "COMPLETED");
  expect(done).toMatchObject({
    units: [{ reception: "WRONG_ITEM", inspection: "REJECTED", deduction: { amountMinor: 0 } }],
    refund: { amount: { amountMinor: 11_500 } },
  });
});

test("a note that is too long is told so, and nothing is inspected", async () => {
  const { returnId, units } = await received(shop, seller);
  const answer = await act(seller, "inspectReturn", {
    returnId,
    units: [{ unitId: units[0]?.id, ...accepted, note: "x".repeat(2_001) }],
  });
  expect(answer).toMatchObject({ __typename: "InvalidInput", field: "units.0.note" });
  expect((await look(buyer, returnId)).status).toBe("RECEIVED");
});

test("a parcel of one's own that is lost ends with its reason, by e-mail, and blocks nothing", async () => {
  const { orderId } = await delivered(shop, { daysAgo: 0 });
  const made = await asked(buyer, { orderId, ...defective, method: "OWN" });
  const returnId = made.return.id;
  await act(seller, "approveReturn", { returnId });
  await act(buyer, "addReturnTracking", {
    returnId,
    carrier: "Correios",
    trackingNumber: "RR 473 124 829 DE",
  });
  await becomes(returnId, "IN_TRANSIT");
  await move(24 * 60);
  expect((await look(buyer, returnId)).status).toBe("CLOSED");
  const { order } = await buyer.ask(documents.orderStory, { id: orderId });
  expect(order.timeline.at(-1).sentence).toMatch(/never found.*proof of sending.*return again/);
  const units: { state: string; deduction: number }[] = await app.platform.database.query(
    "SELECT state, deduction_minor::int AS deduction FROM return_units WHERE return_id = $1",
    [returnId],
  );
  expect(units).toEqual([{ state: "RELEASED", deduction: 0 }]);
  await until(async () => {
    const mails: { subject: string }[] = await app.platform.database.query(
      "SELECT subject FROM emails WHERE to_address = 'ana@buyers.example' AND subject LIKE '%never found%'",
    );
    expect(mails.length).toBeGreaterThan(0);
  });
});
