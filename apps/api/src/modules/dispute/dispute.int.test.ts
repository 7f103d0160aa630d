import { afterAll, describe, expect, test } from "vitest";
import * as documents from "../../testing/documents.js";
import { aPhoto, sendPhoto } from "../../testing/photos.js";
import { defective, returnStage } from "../../testing/return-stage.js";
import { freshKey } from "../../testing/test-client.js";
import { until } from "../../testing/until.js";

const {
  app,
  shop,
  ana,
  buyer,
  seller,
  agent,
  delivered,
  asked,
  act,
  dispute,
  look,
  becomes,
  received,
} = await returnStage();
afterAll(() => app.close());

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
      // What the case explains is what is disputed, not whether it could be canceled.
      case: { decision: { command: "RETURN" } },
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
    const { dueAt } = (await escalate(returnId)).dispute;
    await buyer.ask(documents.moveClock, { hours: app.hoursUntil(dueAt) });
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

  test("keeps its case in the inbox by its own dates, with its owner told, until its ruling is final", async () => {
    const { returnId } = await rejected();
    const opened = await escalate(returnId);
    const { id: disputeId, dueAt, case: own } = opened.dispute;
    const caseId = own.id;
    const shown = async () =>
      (
        await agent.ask(
          "query ($id: ID!) { case(id: $id) { status replyBy waitsUntil openMatters { kind } } }",
          { id: caseId },
        )
      ).case;
    const on = async (name: string, type: string, more: object = {}) =>
      (
        await agent.ask(
          `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ... on MattersOpen { message matters { kind } } } }`,
          { input: { caseId, idempotencyKey: freshKey(), ...more } },
        )
      )[name];
    expect(await shown()).toMatchObject({ status: "PENDING_SELLER", waitsUntil: dueAt });
    await on("assignCaseToMe", "AssignCaseInput");
    const { dispute: answered } = await dispute(seller, "respondToDispute", {
      disputeId,
      response: "It worked.",
    });
    expect(await shown()).toMatchObject({ status: "OPEN", replyBy: answered.dueAt });
    await until(async () => {
      const { notifications } = await agent.ask(
        "query { notifications(first: 50) { edges { node { kind } } } }",
      );
      const kinds = notifications.edges.map(({ node }: { node: { kind: string } }) => node.kind);
      expect(kinds).toContain("dispute.answered");
    });
    expect(await on("resolveCase", "ResolveCaseInput", { reason: "Enough." })).toMatchObject({
      __typename: "MattersOpen",
      matters: expect.arrayContaining([{ kind: "DISPUTE" }, { kind: "RETURN" }]),
    });
    const ruled = await dispute(agent, "ruleDispute", {
      disputeId,
      ruledFor: "SELLER",
      reason: "No fault.",
    });
    expect(await shown()).toMatchObject({ status: "ON_HOLD", waitsUntil: ruled.dispute.dueAt });
    await buyer.ask(documents.moveClock, { hours: app.hoursUntil(ruled.dispute.dueAt) });
    await until(async () =>
      expect(await shown()).toMatchObject({ status: "RESOLVED", openMatters: [] }),
    );
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

  test("about a rejected cancellation takes the units back, unless they have left or are canceled", async () => {
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
    const twice = await buyer.ask(documents.requestCancellation, {
      input: { orderId: kept.orderId, reasonCode: "CHANGED_MIND", idempotencyKey: freshKey() },
    });
    expect(twice.requestCancellation.__typename).toBe("CancellationAlreadyOpen");
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

    const given = await make();
    const givesIn = `mutation ($input: CancelAsSellerInput!) { cancelAsSeller(input: $input) { __typename } }`;
    const { cancelAsSeller } = await seller.ask(givesIn, {
      input: { orderId: given.orderId, reason: "OUT_OF_STOCK", idempotencyKey: freshKey() },
    });
    expect(cancelAsSeller.__typename).toBe("CancellationSuccess");
    const moot = await dispute(agent, "ruleDispute", {
      disputeId: given.disputeId,
      ruledFor: "BUYER",
      reason: "The seller agrees.",
    });
    expect(moot.dispute.cancellation.status).toBe("COMPLETED");
  });
});
