import { spawn } from "node:child_process";
import { createServer } from "node:http";
import { afterAll, describe, expect, test } from "vitest";
import * as documents from "../../testing/documents.js";
import { startQuickShop } from "../../testing/quick-shop.js";
import { freshKey, type TestClient } from "../../testing/test-client.js";
import { until } from "../../testing/until.js";

const { app, shop, ana, buyer, agent } = await startQuickShop();
afterAll(() => app.close());

async function canceled(testMethods: string[], unitPriceMinor = 10_001) {
  const [order] = await app.world.purchase({
    buyerId: ana,
    orders: [{ shop, lines: [{ title: "Lamp", quantity: 1, unitPriceMinor }] }],
    payments: testMethods.map((testMethod) => ({ testMethod })),
  });
  const input = { orderId: order?.id, idempotencyKey: freshKey() };
  const { requestCancellation } = await buyer.ask(documents.requestCancellation, { input });
  return { orderId: order?.id ?? "", refundId: requestCancellation.cancellation.refund.id };
}

const refundOf = async (client: TestClient, orderId: string) =>
  (await client.ask(documents.orderStory, { id: orderId })).order.refunds[0];

const ends = (orderId: string, status: string) =>
  until(async () => {
    const refund = await refundOf(buyer, orderId);
    expect(refund.status).toBe(status);
    return refund;
  });

const retry = (refundId: string) =>
  agent.ask(
    `mutation ($input: RetryRefundInput!) { retryRefund(input: $input) { __typename ... on RefundSuccess { refund { status } } ... on Refusal { message } } }`,
    { input: { refundId, idempotencyKey: freshKey() } },
  );

/** The refunds the provider made for an order, and what our ledger says was paid. */
async function books(orderId: string) {
  const attempts: { id: string }[] = await app.platform.database.query(
    "SELECT a.id FROM refund_attempts a JOIN refunds r ON r.id = a.refund_id WHERE r.order_id = $1",
    [orderId],
  );
  const references = new Set(attempts.map(({ id }) => id));
  const made = [...app.provider.books.refunds.values()].filter(({ reference }) =>
    references.has(reference),
  );
  const [{ paid }] = await app.platform.database.query(
    `SELECT COALESCE(SUM(e.amount_minor), 0)::int AS paid FROM ledger_entries e
     JOIN ledger_transactions t ON t.id = e.transaction_id
     WHERE t.order_id = $1 AND e.account = 'REFUND_OWED' AND t.kind IN ('REFUND_PAID', 'REFUND_REVERSED')`,
    [orderId],
  );
  return { made, paid };
}

describe("a refund", () => {
  test.each([
    "instant",
    "normal",
    "drop_before_effect",
    "saved_500",
    "duplicate_webhooks",
    "out_of_order_webhooks",
    "webhook_before_answer",
    "drop_after_effect",
  ])("over a provider that does %s succeeds, once, there and here", async (method) => {
    const { orderId } = await canceled([method]);
    const refund = await ends(orderId, "SUCCEEDED");
    expect(refund.allocations[0].status).toBe("SUCCEEDED");
    const { made, paid } = await books(orderId);
    expect(made.filter(({ status }) => status === "succeeded").length).toBe(1);
    expect(paid).toBe(10_001);
  });

  test("that failed is told as it is, and an agent's retry succeeds", async () => {
    const { orderId, refundId } = await canceled(["fails_once"]);
    const failed = await ends(orderId, "FAILED");
    expect(failed.failureReason).toBe("The payment provider lacked the balance.");
    expect((await retry(refundId)).retryRefund.__typename).toBe("RefundSuccess");
    const refund = await ends(orderId, "SUCCEEDED");
    expect(refund.allocations[0].attemptCount).toBe(2);
    expect((await retry(refundId)).retryRefund.__typename).toBe("NotInThisState");
  });

  test("that a bank sends back is reversed in the books, too", async () => {
    const { orderId } = await canceled(["reversed_later"]);
    await ends(orderId, "REVERSED");
    expect((await books(orderId)).paid).toBe(0);
    const { order } = await buyer.ask(documents.orderStory, { id: orderId });
    expect(order.totals.refunded.amountMinor).toBe(0);
  });

  test("of several payments goes back to each, and waits for the last", async () => {
    const { orderId } = await canceled(["instant", "normal", "declined"]);
    const failed = await ends(orderId, "FAILED");
    expect(failed.allocations.map(({ status }: { status: string }) => status).sort()).toEqual([
      "FAILED",
      "SUCCEEDED",
      "SUCCEEDED",
    ]);
    expect((await books(orderId)).paid).toBe(6668);
  });

  test("an agent gives back a part, and never more than is left", async () => {
    const [order] = await app.world.purchase({
      buyerId: ana,
      orders: [{ shop, lines: [{ title: "Rug", quantity: 1, unitPriceMinor: 5000 }] }],
      payments: [{ testMethod: "instant" }],
    });
    const give = async (amountMinor: number) =>
      (
        await agent.ask(
          `mutation ($input: RefundOnBehalfInput!) { refundOnBehalf(input: $input) { __typename ... on AmountAboveRefundable { refundable { amountMinor } } ... on Refusal { message } } }`,
          {
            input: {
              orderId: order?.id,
              amountMinor,
              reason: "Scratched",
              idempotencyKey: freshKey(),
            },
          },
        )
      ).refundOnBehalf;
    expect((await give(0)).__typename).toBe("InvalidInput");
    const many = await Promise.all(Array.from({ length: 10 }, () => give(1500)));
    const kinds = many.map(({ __typename }) => __typename);
    expect(kinds.filter((kind) => kind === "RefundSuccess").length).toBe(3);
    expect(await give(501)).toMatchObject({ refundable: { amountMinor: 500 } });
    expect((await give(500)).__typename).toBe("RefundSuccess");
  });

  test("tells agents alone why one of them stepped in", async () => {
    const order = async () =>
      (
        await app.world.purchase({
          buyerId: ana,
          orders: [{ shop, lines: [{ title: "Lamp", quantity: 1, unitPriceMinor: 5000 }] }],
          payments: [{ testMethod: "instant" }],
        })
      )[0]?.id ?? "";
    const [refunded, canceled] = [await order(), await order()];
    const reason = "Known to us as difficult.";
    await agent.ask(
      `mutation ($refund: RefundOnBehalfInput!, $cancel: CancelOnBehalfInput!) {
        refundOnBehalf(input: $refund) { __typename } cancelOnBehalf(input: $cancel) { __typename } }`,
      {
        refund: { orderId: refunded, amountMinor: 1500, reason, idempotencyKey: freshKey() },
        cancel: { orderId: canceled, reason, idempotencyKey: freshKey() },
      },
    );
    const everything = async (client: typeof agent) =>
      JSON.stringify(
        await client.ask(
          `query ($a: ID!, $b: ID!) { a: order(id: $a) { timeline { kind reason } } b: order(id: $b) { timeline { kind reason } cancellations { note } } }`,
          { a: refunded, b: canceled },
        ),
      );
    expect((await everything(agent)).split(reason).length).toBe(4);
    for (const client of [buyer, await app.client("seller", shop.ownerId)]) {
      expect(await everything(client)).toContain("refund.created");
      expect(await everything(client)).not.toContain(reason);
    }
  });

  test("is explained: what it was decided on, told to all alike, and asked again by another version", async () => {
    const [order] = await app.world.purchase({
      buyerId: ana,
      orders: [{ shop, lines: [{ title: "Vase", quantity: 1, unitPriceMinor: 5000 }] }],
      payments: [{ testMethod: "instant" }],
    });
    const input = { orderId: order?.id, amountMinor: 1500, reason: "Scratched" };
    const { refundOnBehalf } = await agent.ask(
      `mutation ($input: RefundOnBehalfInput!) { refundOnBehalf(input: $input) { ... on RefundSuccess { refund { decision { id command outcome rule trace { rule value threshold } } } } } }`,
      { input: { ...input, idempotencyKey: freshKey() } },
    );
    const { decision } = refundOnBehalf.refund;
    expect(decision).toMatchObject({ command: "REFUND", outcome: "AUTO_APPROVED" });
    expect(decision.trace).toContainEqual({
      rule: "amount-left",
      value: "1500",
      threshold: "5000",
    });
    const again = await agent.ask(
      `query ($id: ID!) { replayDecision(decisionId: $id) { outcome rule } }`,
      { id: decision.id },
    );
    expect(again.replayDecision).toEqual({ outcome: "AUTO_APPROVED", rule: "refund-given" });
    const seen = await buyer.ask(
      `query ($id: ID!) { order(id: $id) { refundEligibility { rule } refunds { decision { id trace { rule } } } } }`,
      { id: order?.id },
    );
    expect(seen.order.refundEligibility).toBeNull();
    const told = seen.order.refunds[0].decision;
    expect(told.id).toBe(decision.id);
    expect(told.trace.map(({ rule }: { rule: string }) => rule)).not.toContain("refund-limit");
  });

  test("that can't be made is explained by where the money is, not by an amount nobody asked for", async () => {
    const { orderId } = await canceled(["instant"]);
    const { order } = await agent.ask(
      `query ($id: ID!) { order(id: $id) { refundEligibility { outcome sentence } availableActions { action available because } } }`,
      { id: orderId },
    );
    const { sentence, outcome } = order.refundEligibility;
    expect(outcome).toBe("REFUSED");
    expect(sentence).toMatch(
      /^Nothing is left to refund: of R\$100\.01 paid, R\$100\.01 went back/,
    );
    expect(order.availableActions).toContainEqual({
      action: "REFUND_ON_BEHALF",
      available: false,
      because: sentence,
    });
  });
});

describe("kill -9 between the provider's effect and our record", () => {
  test("after a restart the refund has succeeded, once, at the provider and here", async () => {
    // The other API process reaches the provider through this; it never gets its answer.
    const itsAmount = 12_347;
    let killed = false;
    const between = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
      const answer = await fetch(`${app.env.SANDBOX_PROVIDER_URL}${request.url}`, {
        method: request.method ?? "GET",
        headers: {
          authorization: String(request.headers.authorization),
          "idempotency-key": String(request.headers["idempotency-key"] ?? ""),
        },
        ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
      });
      // What earlier refunds still ask is answered; the one that is sent now is not.
      const body = Buffer.concat(chunks).toString();
      if (!killed && body.includes(`"amountMinor":${itsAmount}`)) {
        killed = true;
        api.kill("SIGKILL");
        response.destroy();
        return;
      }
      response.writeHead(answer.status).end(await answer.text());
    });
    await new Promise<void>((resolve) => between.listen(0, "127.0.0.1", resolve));
    const address = between.address();
    const port = typeof address === "object" ? address?.port : 0;
    const env = {
      ...process.env,
      ...app.env,
      PORT: "0",
      SANDBOX_PROVIDER_URL: `http://127.0.0.1:${port}`,
    };
    const start = () =>
      spawn(process.execPath, ["dist/main.js", "serve"], {
        env,
        stdio: ["ignore", "pipe", "inherit"],
      });

    // Only the other process may take the job, and no webhook tells us what it missed.
    await app.worker.stop();
    app.provider.muted = true;
    let api = start();
    await new Promise((resolve) => api.stdout?.once("data", resolve));
    const ended = new Promise((resolve) => api.once("exit", resolve));
    const { orderId } = await canceled(["instant"], itsAmount);
    await ended;
    expect((await refundOf(buyer, orderId)).status).toBe("PROCESSING");
    api = start();
    try {
      await ends(orderId, "SUCCEEDED");
      const { made, paid } = await books(orderId);
      expect({ made: made.length, paid }).toEqual({ made: 1, paid: itsAmount });
    } finally {
      const gone = new Promise((resolve) => api.once("exit", resolve));
      api.kill("SIGTERM");
      await gone;
      between.close();
    }
  });
});
