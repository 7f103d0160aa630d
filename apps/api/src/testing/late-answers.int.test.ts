import { afterAll, describe, expect, test } from "vitest";
import { SandboxClock } from "#platform/clock/sandbox-clock.js";
import { sweepDeadlines } from "#platform/jobs/deadlines.js";
import * as documents from "./documents.js";
import { defective, returnStage } from "./return-stage.js";
import { type Answer, freshKey, type TestClient } from "./test-client.js";

const { app, shop, ana, buyer, seller, agent, delivered, asked, act, dispute, look } =
  await returnStage();
// No worker carries anything out: only what a late answer itself finds to be done.
await app.worker.stop();
afterAll(() => app.close());

async function passes(instant: string): Promise<void> {
  const { clock } = app.platform;
  const after = new Date(Date.parse(instant) + 1_000);
  if (clock instanceof SandboxClock && after > clock.now()) await clock.moveTo(after);
}

const eventsOf = async (orderId: string, kind: string): Promise<string[]> =>
  (
    await app.platform.database.query(
      "SELECT at FROM timeline_events WHERE order_id = $1 AND kind = $2 ORDER BY seq",
      [orderId, kind],
    )
  ).map(({ at }: { at: Date }) => at.toISOString());

async function bought(unitPriceMinor = 10_000): Promise<string> {
  const now = app.platform.clock.now();
  const [order] = await app.world.purchase({
    buyerId: ana,
    placedAt: new Date(now.getTime() - 3 * 3_600_000),
    orders: [{ shop, lines: [{ title: "Bowl", quantity: 1, unitPriceMinor }] }],
    payments: [{ testMethod: "instant" }],
  });
  return order?.id ?? "";
}

async function cancellationRequested(): Promise<{ orderId: string; id: string; dueAt: string }> {
  const orderId = await bought();
  const input = { orderId, reasonCode: "CHANGED_MIND", idempotencyKey: freshKey() };
  const { cancellation } = (await buyer.ask(documents.requestCancellation, { input }))
    .requestCancellation;
  return { orderId, id: cancellation.id, dueAt: cancellation.respondBy };
}

const { approveCancellation, rejectCancellation, withdrawCancellation } = documents;
const cancellationDocuments = { approveCancellation, rejectCancellation, withdrawCancellation };
const onCancellation = async (
  client: TestClient,
  name: keyof typeof cancellationDocuments,
  cancellationId: string,
  also: object = {},
): Promise<Answer> =>
  (
    await client.ask(cancellationDocuments[name], {
      input: { cancellationId, idempotencyKey: freshKey(), ...also },
    })
  )[name];
const reject = (id: string) =>
  onCancellation(seller, "rejectCancellation", id, { reason: "OTHER", note: "Already packed." });

async function returnRequested() {
  const { orderId } = await delivered(shop);
  const made = await asked(buyer, { orderId, ...defective, method: "OWN" });
  const returnId: string = made.return.id;
  const dueAt: string = (await look(buyer, returnId)).nextAction.deadline;
  return { orderId, returnId, dueAt };
}
const dueOf = async (returnId: string): Promise<string> =>
  (await look(buyer, returnId)).nextAction.deadline;

describe("an answer after its deadline, with no worker running", () => {
  test("does not beat the silence that approves a cancellation, dated when it was promised", async () => {
    const { orderId, id, dueAt } = await cancellationRequested();
    await passes(dueAt);
    expect((await reject(id)).__typename).toBe("NotInThisState");
    expect(await eventsOf(orderId, "cancellation.approvedBySilence")).toEqual([dueAt]);
  });

  test("does not beat it either when it waits as a job that nobody has done yet", async () => {
    const { orderId, id, dueAt } = await cancellationRequested();
    await passes(dueAt);
    await sweepDeadlines(app.platform);
    expect((await reject(id)).__typename).toBe("NotInThisState");
    expect(await eventsOf(orderId, "cancellation.approvedBySilence")).toEqual([dueAt]);
  });

  test("given many times at once is refused each time, and what silence means happens once", async () => {
    const { orderId, id, dueAt } = await cancellationRequested();
    await passes(dueAt);
    const answers = await Promise.all([
      reject(id),
      reject(id),
      onCancellation(buyer, "withdrawCancellation", id),
      onCancellation(seller, "approveCancellation", id),
    ]);
    expect(answers.map(({ __typename }) => __typename)).toEqual(Array(4).fill("NotInThisState"));
    expect(await eventsOf(orderId, "cancellation.approvedBySilence")).toEqual([dueAt]);
  });

  test("in time is taken, to the second before", async () => {
    const { orderId, id, dueAt } = await cancellationRequested();
    await passes(new Date(Date.parse(dueAt) - 60_000).toISOString());
    expect((await reject(id)).cancellation.status).toBe("REJECTED");
    expect(await eventsOf(orderId, "cancellation.approvedBySilence")).toEqual([]);
  });

  test("finds a rejected cancellation closed once its appeal window is over", async () => {
    const { orderId, id } = await cancellationRequested();
    await reject(id);
    const [{ appeal_by }] = await app.platform.database.query(
      "SELECT appeal_by FROM cancellations WHERE id = $1",
      [id],
    );
    await passes(appeal_by.toISOString());
    const late = await dispute(buyer, "escalate", { subjectId: id, statement: "Please." });
    expect(late.__typename).toBe("NotInThisState");
    expect(await eventsOf(orderId, "cancellation.closed")).toEqual([appeal_by.toISOString()]);
  });

  test("does not decline a return that silence approved", async () => {
    const { orderId, returnId, dueAt } = await returnRequested();
    await passes(dueAt);
    const late = await act(seller, "rejectReturn", { returnId, reason: "OTHER", note: "No." });
    expect(late.__typename).toBe("NotInThisState");
    expect(await eventsOf(orderId, "return.approvedBySilence")).toEqual([dueAt]);
    expect((await look(buyer, returnId)).status).toBe("AWAITING_SHIPMENT");
  });

  test("does not accept an offer that has lapsed", async () => {
    const { orderId, returnId } = await returnRequested();
    await act(seller, "offerPartialRefund", { returnId, amountMinor: 3_000, note: "Keep it." });
    const dueAt = await dueOf(returnId);
    await passes(dueAt);
    const late = await act(buyer, "answerReturnOffer", { returnId, accept: true });
    expect(late.__typename).toBe("NotInThisState");
    expect(await eventsOf(orderId, "return.offerLapsed")).toEqual([dueAt]);
  });

  test("does not bring back a return that expired before it was sent", async () => {
    const { orderId, returnId } = await returnRequested();
    await act(seller, "approveReturn", { returnId });
    const dueAt = await dueOf(returnId);
    await passes(dueAt);
    const late = await act(buyer, "addReturnTracking", {
      returnId,
      carrier: "Correios",
      trackingNumber: "aa 473 124 829 br",
    });
    expect(late.__typename).toBe("NotInThisState");
    expect(await eventsOf(orderId, "return.expired")).toEqual([dueAt]);
  });

  test("does not reopen a dispute that the seller's silence decided", async () => {
    const { orderId, returnId } = await returnRequested();
    await act(seller, "rejectReturn", { returnId, reason: "OTHER", note: "No." });
    const opened = await dispute(buyer, "escalate", { subjectId: returnId, statement: "Look." });
    const { id: disputeId, dueAt } = opened.dispute;
    await passes(dueAt);
    const late = await dispute(seller, "respondToDispute", { disputeId, response: "It worked." });
    expect(late.__typename).toBe("NotInThisState");
    expect(await eventsOf(orderId, "dispute.decidedForBuyer")).toEqual([dueAt]);
  });

  test("does not approve a refund whose second person said nothing in time", async () => {
    const orderId = await bought(200_000);
    const refund = async (client: TestClient, name: string, input: object) =>
      (
        await client.ask(
          `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) {
            __typename ... on RefundSuccess { refund { id status approval { dueAt } } } } }`,
          { input: { ...input, idempotencyKey: freshKey() } },
        )
      )[name];
    const held = await refund(agent, "refundOnBehalf", {
      orderId,
      amountMinor: 60_000,
      reason: "It is due.",
    });
    const { dueAt } = held.refund.approval;
    await passes(dueAt);
    const lead = await app.client("support", await app.world.agent("Rui", "rui@d.example", "LEAD"));
    const late = await refund(lead, "approveRefund", { refundId: held.refund.id });
    expect(late.__typename).toBe("NotInThisState");
    expect(await eventsOf(orderId, "refund.approvalExpired")).toEqual([dueAt]);
  });
});
