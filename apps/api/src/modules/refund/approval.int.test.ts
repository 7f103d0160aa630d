import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { MadeShop } from "../../scenario/made-shop.js";
import * as documents from "../../testing/documents.js";
import { startTestApp, type TestApp } from "../../testing/test-app.js";
import { type Answer, freshKey, type TestClient } from "../../testing/test-client.js";
import { until } from "../../testing/until.js";

let app: TestApp;
let shop: MadeShop;
let ana: string;
let buyer: TestClient;
let owner: TestClient;
let teo: TestClient;
let sol: TestClient;
let rui: TestClient;

beforeAll(async () => {
  app = await startTestApp();
  const { world } = app;
  const given = { name: "Dear", email: "dear@shops.example" };
  shop = await world.shop({ name: "Dear", policy: "automatic", owner: given });
  ana = await world.person("Ana", "ana@buyers.example");
  buyer = await app.client("buyer", ana);
  owner = await app.client("seller", shop.ownerId);
  teo = await app.client("support", await world.agent("Téo", "teo@desk.example"));
  sol = await app.client("support", await world.agent("Sol", "sol@desk.example", "LEAD"));
  rui = await app.client("support", await world.agent("Rui", "rui@desk.example", "LEAD"));
});
afterAll(() => app.close());

async function bought(unitPriceMinor = 200_000): Promise<string> {
  const [order] = await app.world.purchase({
    buyerId: ana,
    orders: [{ shop, lines: [{ title: "Watch", quantity: 1, unitPriceMinor }] }],
    payments: [{ testMethod: "instant" }],
  });
  return order?.id ?? "";
}

const run = async (client: TestClient, field: string, input: Record<string, unknown>) =>
  (
    await client.ask(
      `mutation ($input: ${field[0]?.toUpperCase()}${field.slice(1)}Input!) { ${field}(input: $input) {
        __typename ... on RefundSuccess { refund { id status promisedBy approval { status dueAt askedBy cannotAnswer } } }
        ... on NotInThisState { state } ... on Refusal { message nextSteps { kind } } } }`,
      { input: { ...input, idempotencyKey: freshKey() } },
    )
  )[field];

const refund = (client: TestClient, orderId: string, amountMinor: number) =>
  run(client, "refundOnBehalf", { orderId, amountMinor, reason: "It is due." });

const orderOf = async (client: TestClient, id: string): Promise<Answer> =>
  (
    await client.ask(
      `query ($id: ID!) { order(id: $id) { totals { refundPending { amountMinor } } nextAction { kind deadline onTimeout sentence } timeline { kind reason sentence }
        refunds { id status approval { status } nextAction { kind deadline } steps { code state at } allocations { attemptCount } } } }`,
      { id },
    )
  ).order;

const owed = async (orderId: string): Promise<number> => {
  const [{ sum }] = await app.platform.database.query(
    `SELECT COALESCE(SUM(e.amount_minor), 0)::int AS sum FROM ledger_entries e
     JOIN ledger_transactions t ON t.id = e.transaction_id
     WHERE t.order_id = $1 AND e.account = 'REFUND_OWED'`,
    [orderId],
  );
  return sum;
};

describe("a refund above somebody's limit", () => {
  test("is reserved at once, waits for a second person until a date, and is then sent", async () => {
    const orderId = await bought();
    const asked = await refund(teo, orderId, 60_000);
    expect(asked.refund).toMatchObject({
      status: "PENDING_APPROVAL",
      approval: { status: "WAITING" },
    });
    const { dueAt } = asked.refund.approval;
    expect(dueAt < asked.refund.promisedBy).toBe(true);
    const seen = await orderOf(buyer, orderId);
    expect(seen.totals.refundPending.amountMinor).toBe(60_000);
    expect(seen.refunds[0]).toMatchObject({
      approval: null,
      nextAction: { kind: "APPROVE_REFUND", deadline: dueAt },
      allocations: [{ attemptCount: 0 }],
    });
    expect(JSON.stringify(seen)).not.toContain("It is due");
    expect(await refund(sol, orderId, 140_001)).toMatchObject({
      __typename: "AmountAboveRefundable",
    });

    const approved = await run(sol, "approveRefund", { refundId: asked.refund.id });
    expect(approved.refund.approval.status).toBe("APPROVED");
    await until(async () =>
      expect((await orderOf(buyer, orderId)).refunds[0].status).toBe("SUCCEEDED"),
    );
    expect(await owed(orderId)).toBe(0);
  });

  test("is answered neither by who asked, nor by who might not give as much alone", async () => {
    const orderId = await bought(900_000);
    const small = await refund(teo, orderId, 60_000);
    const large = await refund(sol, orderId, 600_000);
    for (const [client, id, message] of [
      [teo, small.refund.id, "yourself"],
      [sol, large.refund.id, "yourself"],
      [teo, large.refund.id, "you may answer for up to"],
      [rui, large.refund.id, "you may answer for up to"],
    ] as const) {
      const answer = await run(client, "approveRefund", { refundId: id });
      expect(answer).toMatchObject({ __typename: "SecondPersonNeeded" });
      expect(answer.message).toContain(message);
      expect(answer.nextSteps).toEqual([{ kind: "ASK_COLLEAGUE" }]);
    }
    const id = small.refund.id;
    expect((await run(owner, "approveRefund", { refundId: id })).__typename).toBe(
      "PersonNotAllowed",
    );
    expect((await run(buyer, "approveRefund", { refundId: id })).__typename).toBe(
      "PersonNotAllowed",
    );
  });

  test("that is declined sets its money free, here and in the books, and tells why to the desk only", async () => {
    const orderId = await bought();
    const asked = await refund(teo, orderId, 60_000);
    const answer = { refundId: asked.refund.id, reason: "He had it twice." };
    expect((await run(sol, "declineRefund", answer)).refund.status).toBe("CANCELED");
    const told = async () =>
      (
        await teo.ask("query { notifications(first: 50) { edges { node { kind order { id } } } } }")
      ).notifications.edges
        .filter(({ node }: Answer) => node.order?.id === orderId)
        .map(({ node }: Answer) => node.kind);
    await until(async () => expect(await told()).toEqual(["refund.declined"]));
    const seen = await orderOf(buyer, orderId);
    expect(seen.totals.refundPending.amountMinor).toBe(0);
    expect(JSON.stringify(seen)).not.toContain("twice");
    expect(await owed(orderId)).toBe(0);
    expect((await run(rui, "approveRefund", { refundId: asked.refund.id })).__typename).toBe(
      "NotInThisState",
    );
  });

  test.each([["approveRefund"], ["declineRefund"]])(
    "answered twice at once, by approveRefund and %s, is answered once",
    async (other) => {
      const orderId = await bought();
      const { refund: asked } = await refund(teo, orderId, 60_000);
      const answers = await Promise.all([
        run(sol, "approveRefund", { refundId: asked.id }),
        run(rui, other, { refundId: asked.id, reason: "Both at once." }),
      ]);
      expect(answers.map(({ __typename }: Answer) => __typename).sort()).toEqual([
        "NotInThisState",
        "RefundSuccess",
      ]);
      const won = answers.find(({ refund: made }: Answer) => made)?.refund.status;
      await until(async () =>
        expect((await orderOf(buyer, orderId)).refunds[0].status).toBe(
          won === "CANCELED" ? "CANCELED" : "SUCCEEDED",
        ),
      );
    },
  );

  test("counts the day of whoever gives it, also when two are given at once", async () => {
    const ivo = await app.client("support", await app.world.agent("Ivo", "ivo@desk.example"));
    const orders = await Promise.all(Array.from({ length: 12 }, () => bought(50_000)));
    const given = await Promise.all(orders.map((orderId) => refund(ivo, orderId, 50_000)));
    const waiting = given.filter(({ refund: made }: Answer) => made.status === "PENDING_APPROVAL");
    expect(waiting.length).toBe(2);
  });

  test("stays where it is, whatever plain SQL says", async () => {
    const orderId = await bought();
    const { refund: asked } = await refund(teo, orderId, 60_000);
    const sql = (text: string) => app.platform.database.query(text);
    const id = asked.id;
    await expect(sql(`UPDATE refunds SET status = 'APPROVED' WHERE id = '${id}'`)).rejects.toThrow(
      /second person/,
    );
    await expect(
      sql(
        `UPDATE refund_approvals SET status = 'APPROVED', decided_at = now(), decided_by_id = asked_by_id WHERE refund_id = '${id}'`,
      ),
    ).rejects.toThrow(/four_eyes/);
    await expect(
      sql(`INSERT INTO refund_attempts (id, allocation_id, refund_id, number, provider, provider_key, status, created_at)
           SELECT 'x', a.id, a.refund_id, 1, 'sandbox', 'x', 'OPEN', now() FROM refund_allocations a WHERE a.refund_id = '${id}'`),
    ).rejects.toThrow(/not approved/);
    await expect(sql(`DELETE FROM refund_approvals WHERE refund_id = '${id}'`)).rejects.toThrow(
      /answered once/,
    );
  });

  test("is not made when nobody answers in time, though they were reminded, and is told so with its date", async () => {
    const orderId = await bought();
    const waiting = async () => (await sol.ask("{ refundsToApproveCount }")).refundsToApproveCount;
    const before = await waiting();
    const { refund: asked } = await refund(teo, orderId, 60_000);
    expect(await waiting()).toBe(before + 1);
    await sol.ask(documents.moveClock, { hours: app.hoursUntil(asked.approval.dueAt) });
    await until(async () =>
      expect((await orderOf(buyer, orderId)).refunds[0].status).toBe("CANCELED"),
    );
    const { timeline, totals } = await orderOf(buyer, orderId);
    expect(totals.refundPending.amountMinor).toBe(0);
    const kinds = timeline.map(({ kind }: { kind: string }) => kind);
    expect(kinds.slice(-2)).toEqual(["refund.approvalReminder", "refund.approvalExpired"]);
    expect((await buyer.ask("{ refundsToApproveCount }")).refundsToApproveCount).toBe(0);
    await until(async () => {
      const mails = await app.platform.database.query(
        `SELECT to_address AS address FROM emails
         WHERE subject LIKE '%second person%' AND body LIKE '%' || $1 || '%' ORDER BY 1`,
        [orderId],
      );
      const told = mails.map(({ address }: { address: string }) => address);
      expect(told).toEqual(["rui@desk.example", "sol@desk.example"]);
    });
    expect((await run(sol, "approveRefund", { refundId: asked.id })).__typename).toBe(
      "NotInThisState",
    );
  });
});
