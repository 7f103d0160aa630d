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
let seller: TestClient;
let agent: TestClient;
let lead: TestClient;

beforeAll(async () => {
  app = await startTestApp();
  const { world } = app;
  const owner = { name: "Pedro", email: "pedro@shops.example" };
  shop = await world.shop({ name: "Pedra", policy: "asksSeller", owner });
  ana = await world.person("Ana", "ana@buyers.example");
  buyer = await app.client("buyer", ana);
  seller = await app.client("seller", shop.ownerId);
  agent = await app.client("support", await world.agent("Sol", "sol@desk.example"));
  lead = await app.client("support", await world.agent("Lea", "lea@desk.example", "LEAD"));
});
afterAll(() => app.close());

const promise = `promise { id kind state promisedBy expectedBy settledAt sentence escalationLevel assignee { name } }`;
const refundOf = async (client: TestClient, orderId: string): Promise<Answer> =>
  (
    await client.ask(
      `query ($id: ID!) { order(id: $id) { refunds { id status promisedBy ${promise} nextAction { deadline } } timeline { kind sentence } } }`,
      { id: orderId },
    )
  ).order;
const inbox = async (client: TestClient, view = "NEEDS_ATTENTION"): Promise<Answer[]> =>
  (
    await client.ask(
      `query ($view: PromiseView) { promises(view: $view, first: 50) { edges { node { id kind state sentence order { id } refund { id } case { id } assignee { name } } } } }`,
      { view },
    )
  ).promises.edges.map(({ node }: Answer) => node);
const hours = (n: number) => agent.ask(documents.moveClock, { hours: n });

async function purchase(testMethod: string): Promise<string> {
  const [order] = await app.world.purchase({
    buyerId: ana,
    placedAt: new Date(app.platform.clock.now().getTime() - 3 * 3_600_000),
    orders: [{ shop, lines: [{ title: "Bowl", quantity: 1, unitPriceMinor: 9_900 }] }],
    payments: [{ testMethod }],
  });
  return order?.id ?? "";
}

async function refunded(testMethod: string): Promise<string> {
  const orderId = await purchase(testMethod);
  const input = { orderId, amountMinor: 5_000, reason: "Sorry.", idempotencyKey: freshKey() };
  await agent.ask(
    "mutation ($input: RefundOnBehalfInput!) { refundOnBehalf(input: $input) { ... on RefundSuccess { refund { id } } } }",
    { input },
  );
  await until(async () =>
    expect((await refundOf(agent, orderId)).refunds[0].promise).not.toBeNull(),
  );
  return orderId;
}

describe("a refund's promise", () => {
  test("is kept when the network takes the money in time", async () => {
    const orderId = await refunded("instant");
    await until(async () => {
      const [refund] = (await refundOf(buyer, orderId)).refunds;
      expect(refund.promise).toMatchObject({ state: "KEPT", sentence: null, escalationLevel: 0 });
      expect(refund.promise.promisedBy).toBe(refund.promisedBy);
    });
  });

  test("is put before an agent when the money failed, and told with its cause to agents alone", async () => {
    const orderId = await refunded("declined");
    await until(async () => {
      const at = (await inbox(agent)).find(({ order }) => order.id === orderId);
      expect(at).toMatchObject({ state: "AT_RISK", sentence: expect.stringMatching(/failed/) });
    });
    expect(await inbox(buyer)).toEqual([]);
    expect(await inbox(seller)).toEqual([]);
    expect((await refundOf(buyer, orderId)).refunds[0].promise.sentence).toBeNull();
  });

  test("FIELD 22: rises by itself when it is broken, says sorry with the cause, and never moves", async () => {
    const orderId = await refunded("pending_days");
    const before = (await refundOf(buyer, orderId)).refunds[0].promise;
    expect(before.state).toBe("OPEN");
    const put = { promiseId: before.id, idempotencyKey: freshKey() };
    const taken = await agent.ask(
      "mutation ($input: TakePromiseInput!) { takePromise(input: $input) { __typename ... on PromiseSuccess { promise { assignee { name } } } } }",
      { input: put },
    );
    expect(taken.takePromise.promise.assignee.name).toBe("Sol");
    await app.platform.database.query(
      "UPDATE deadlines SET done_at = now() WHERE kind = 'refund.check'",
    );
    await hours(app.hoursUntil(before.promisedBy));
    const order = await refundOf(buyer, orderId);
    const [{ promise: broken, nextAction }] = order.refunds;
    expect(broken).toMatchObject({
      state: "BROKEN",
      escalationLevel: 1,
      promisedBy: before.promisedBy,
    });
    expect(broken.sentence).toMatch(
      /provider has not finished it. We are sorry. It is now expected by/,
    );
    expect(nextAction.deadline).toBe(broken.expectedBy);
    expect(new Date(broken.expectedBy) > new Date(broken.promisedBy)).toBe(true);
    expect(order.timeline.filter(({ kind }: Answer) => kind.startsWith("refund."))).toContainEqual(
      expect.objectContaining({ kind: "refund.late" }),
    );
    expect(order.timeline.map(({ kind }: Answer) => kind)).not.toContain("refund.atRisk");
    expect((await refundOf(agent, orderId)).timeline.map(({ kind }: Answer) => kind)).toContain(
      "refund.atRisk",
    );
    await until(async () => {
      const mails = await app.platform.database.query(
        "SELECT to_address FROM emails WHERE subject LIKE '%We are sorry%' ORDER BY to_address",
      );
      expect(mails.map((row: Answer) => row.to_address)).toEqual(
        expect.arrayContaining(["ana@buyers.example", "lea@desk.example"]),
      );
    });
    // At the new date it rises again, now to the lead, whoever had it.
    await hours(app.hoursUntil(broken.expectedBy));
    const again = (await refundOf(agent, orderId)).refunds[0].promise;
    expect(again.escalationLevel).toBeGreaterThan(1);
    expect(again.assignee.name).toBe("Lea");
    expect(again.promisedBy).toBe(before.promisedBy);
    await expect(
      app.platform.database.query("UPDATE service_promises SET promised_by = now()"),
    ).rejects.toThrow(/keeps its subject and its date/);
  });
});

describe("answers that were promised", () => {
  const openCase = async (orderId: string): Promise<string> =>
    (
      await buyer.ask(
        "mutation ($input: OpenCaseInput!) { openCase(input: $input) { ... on CaseSuccess { case { id } } } }",
        { input: { orderId, topic: "OTHER", message: "Where?", idempotencyKey: freshKey() } },
      )
    ).openCase.case.id;
  const reply = (caseId: string, body: string) =>
    agent.ask(
      "mutation ($input: ReplyToCaseInput!) { replyToCase(input: $input) { __typename } }",
      { input: { caseId, body, awaiting: "BUYER", idempotencyKey: freshKey() } },
    );
  const states = async (where: string): Promise<string[]> =>
    (
      await app.platform.database.query(
        `SELECT state FROM service_promises WHERE ${where} ORDER BY made_at`,
      )
    ).map(({ state }: Answer) => state);

  test("FIELD 22: by support are handed to a lead when they are broken, and kept when given in time", async () => {
    const orderId = await purchase("instant");
    const silent = await openCase(orderId);
    const answered = await openCase(await purchase("instant"));
    await reply(answered, "On its way.");
    await until(async () =>
      expect(await states(`case_id IN ('${silent}', '${answered}')`)).toEqual(["OPEN", "KEPT"]),
    );
    const [{ promised_by }] = await app.platform.database.query(
      "SELECT promised_by FROM service_promises WHERE case_id = $1",
      [silent],
    );
    await hours(app.hoursUntil(promised_by.toISOString()));
    const late = (await inbox(lead)).find((node) => node.case?.id === silent);
    expect(late).toMatchObject({ kind: "AGENT_REPLY", state: "BROKEN", assignee: { name: "Lea" } });
    const { case: shown } = await lead.ask(
      "query ($id: ID!) { case(id: $id) { assignee { name } } }",
      {
        id: silent,
      },
    );
    expect(shown.assignee.name).toBe("Lea");
    await reply(silent, "Sorry, here we are.");
    await until(async () => expect(await states(`case_id = '${silent}'`)).toEqual(["LATE"]));
  });

  test("that nobody gives are apologized for once, with a date that is always ahead", async () => {
    const orderId = await purchase("instant");
    const caseId = await openCase(orderId);
    const waiting = async (): Promise<Answer> =>
      (await inbox(lead)).find((node) => node.case?.id === caseId);
    await until(async () => expect(await states(`case_id = '${caseId}'`)).toEqual(["OPEN"]));
    const [{ promised_by }] = await app.platform.database.query(
      "SELECT promised_by FROM service_promises WHERE case_id = $1",
      [caseId],
    );
    for (const wait of [app.hoursUntil(promised_by.toISOString()), 5 * 24, 10 * 24, 20 * 24]) {
      await hours(wait);
      const [{ ahead, level }] = await app.platform.database.query(
        `SELECT expected_by > $2 AS ahead, escalation_level AS level
         FROM service_promises WHERE case_id = $1`,
        [caseId, app.platform.clock.now()],
      );
      expect({ ahead, late: level > 0 }).toEqual({ ahead: true, late: true });
    }
    expect(await waiting()).toMatchObject({ state: "BROKEN", assignee: { name: "Lea" } });
    // The case itself shows all the date that is expected now, and since when it is late.
    const { case: shown } = await buyer.ask(
      "query ($id: ID!) { case(id: $id) { replyBy lateSince nextAction { deadline isOverdue } } }",
      { id: caseId },
    );
    expect(shown.lateSince).toBe(promised_by.toISOString());
    expect(new Date(shown.replyBy) > app.platform.clock.now()).toBe(true);
    expect(shown.nextAction).toEqual({ deadline: shown.replyBy, isOverdue: false });
    const { timeline } = await refundOf(buyer, orderId);
    expect(timeline.filter(({ kind }: Answer) => kind === "case.late")).toHaveLength(1);
    const mails = await app.platform.database.query(
      `SELECT n.id FROM notifications n JOIN timeline_events e ON e.order_id = n.order_id AND e.seq = n.seq
       WHERE n.order_id = $1 AND n.person_id = $2 AND e.kind = 'case.late'`,
      [orderId, ana],
    );
    expect(mails).toHaveLength(1);
  });

  test("to a dispute are its ruling: nobody says sorry for words that its own dates answer", async () => {
    const orderId = await purchase("instant");
    const input = { orderId, reasonCode: "CHANGED_MIND", idempotencyKey: freshKey() };
    const { requestCancellation } = await buyer.ask(documents.requestCancellation, { input });
    const subjectId = requestCancellation.cancellation.id;
    await seller.ask(documents.rejectCancellation, {
      input: {
        cancellationId: subjectId,
        reason: "OTHER",
        note: "Packed.",
        idempotencyKey: freshKey(),
      },
    });
    const opened = await buyer.ask(documents.onDispute("escalate", "EscalateInput"), {
      input: { subjectId, statement: "It is not.", idempotencyKey: freshKey() },
    });
    await seller.ask(documents.onDispute("respondToDispute", "RespondToDisputeInput"), {
      input: {
        disputeId: opened.escalate.dispute.id,
        response: "It is.",
        idempotencyKey: freshKey(),
      },
    });
    await hours(72);
    await agent.ask(documents.onDispute("ruleDispute", "RuleDisputeInput"), {
      input: {
        disputeId: opened.escalate.dispute.id,
        ruledFor: "BUYER",
        reason: "It was not packed.",
        idempotencyKey: freshKey(),
      },
    });
    await hours(14 * 24);
    const { timeline } = await refundOf(buyer, orderId);
    expect(timeline.map(({ kind }: Answer) => kind)).not.toContain("case.late");
  });

  test("by sellers are late by silence, kept by an answer, and owed no more once withdrawn", async () => {
    const ask = async () => {
      const orderId = await purchase("instant");
      const input = { orderId, reasonCode: "CHANGED_MIND", idempotencyKey: freshKey() };
      const { requestCancellation } = await buyer.ask(documents.requestCancellation, { input });
      return requestCancellation.cancellation as { id: string; respondBy: string };
    };
    const [{ id: quick }, { id: back }, last] = [await ask(), await ask(), await ask()];
    await seller.ask(documents.approveCancellation, {
      input: { cancellationId: quick, idempotencyKey: freshKey() },
    });
    await buyer.ask(documents.withdrawCancellation, {
      input: { cancellationId: back, idempotencyKey: freshKey() },
    });
    await hours(app.hoursUntil(last.respondBy));
    await until(async () => {
      expect(await states(`subject_id = '${quick}'`)).toEqual(["KEPT"]);
      expect(await states(`subject_id = '${back}'`)).toEqual(["VOID"]);
      expect(await states(`subject_id = '${last.id}'`)).toEqual(["LATE"]);
    });
  });
});

describe("the share of promises kept", () => {
  const everybody = ["SELLER", "SUPPORT", "MARKETPLACE"];
  const figures = `query ($from: DateTime!, $to: DateTime!, $shopId: ID, $kind: PromiseKind, $owedBy: [PromiseOwner!]) {
    promiseFigures(from: $from, to: $to, shopId: $shopId, kind: $kind, owedBy: $owedBy) {
      byOwner { key label decided kept }
      all { decided kept share } byKind { key label decided kept } byMethod { key label decided kept share }
      byProvider { key decided } byShop { key label decided } weekly { from decided kept } open atRisk broken
    }
  }`;
  const year = { from: "2020-01-01T00:00:00Z", to: "2021-12-31T00:00:00Z" };

  beforeAll(async () => {
    const orderId = await purchase("instant");
    const other = await app.world.shop({
      name: "Outra",
      policy: "generous",
      owner: { name: "Otto", email: "otto@shops.example" },
    });
    // 3 kept and 1 late of 4 refunds over two weeks, one reply kept; and another shop's two.
    const rows = [
      ["REFUND", shop.id, "CARD", "2020-03-02", "KEPT"],
      ["REFUND", shop.id, "CARD", "2020-03-08", "LATE"],
      ["REFUND", shop.id, "BANK_SLIP", "2020-03-09", "KEPT"],
      ["REFUND", shop.id, "CARD", "2020-03-10", "KEPT"],
      ["AGENT_REPLY", shop.id, null, "2020-03-10", "KEPT"],
      ["REFUND", other.id, "CARD", "2020-03-10", "BROKEN"],
      ["REFUND", other.id, "CARD", "2020-03-10", "KEPT"],
      ["REFUND", shop.id, "CARD", "2020-03-10", "VOID"],
    ];
    for (const [index, [kind, shopId, method, day, state]] of rows.entries()) {
      const decided = state === "VOID" ? null : `${day}T12:00:00Z`;
      await app.platform.database.query(
        `INSERT INTO service_promises (id, kind, subject_id, order_id, shop_id, method, provider, made_at, promised_by, state, decided_at)
         VALUES ($1, $2, $1, $3, $4, $5, $6, $7, $7, $8, $9)`,
        [
          `figure${index}`,
          kind,
          orderId,
          shopId,
          method,
          method ? "sandbox" : null,
          `${day}T12:00:00Z`,
          state,
          decided,
        ],
      );
    }
  });

  test("is counted by kind, method, provider, shop and week, for a shop of the seller's", async () => {
    const { promiseFigures } = await seller.ask(figures, {
      ...year,
      shopId: shop.id,
      owedBy: everybody,
    });
    expect(promiseFigures).toMatchObject({
      all: { decided: 5, kept: 4, share: 0.8 },
      byMethod: [
        { key: "CARD", label: "Card", decided: 3, kept: 2 },
        { key: "BANK_SLIP", decided: 1, kept: 1, share: 1 },
      ],
      byProvider: [{ key: "sandbox", decided: 4 }],
      byShop: [{ key: shop.id, label: "Pedra", decided: 5 }],
      weekly: [
        { from: "2020-03-02T00:00:00.000Z", decided: 2, kept: 1 },
        { from: "2020-03-09T00:00:00.000Z", decided: 3, kept: 3 },
      ],
    });
  });

  test("of a shop holds what the shop owed, and names who owed the rest", async () => {
    const { promiseFigures } = await seller.ask(figures, { ...year, shopId: shop.id });
    // Support answered once, four refunds were the marketplace's: none of it is the shop's.
    expect(promiseFigures.all).toEqual({ decided: 0, kept: 0, share: null });
    expect(promiseFigures.byOwner).toEqual([
      { key: "SUPPORT", label: "Support", decided: 1, kept: 1 },
      { key: "MARKETPLACE", label: "The marketplace", decided: 4, kept: 3 },
    ]);
  });

  test("is support's over all shops, and nobody sees another shop's", async () => {
    const { promiseFigures } = await agent.ask(figures, { ...year, kind: "REFUND" });
    expect(promiseFigures.all).toEqual({ decided: 6, kept: 4, share: 4 / 6 });
    expect(promiseFigures.byShop.map(({ label }: Answer) => label).sort()).toEqual([
      "Outra",
      "Pedra",
    ]);
    const own = await seller.ask(figures, { ...year, owedBy: everybody });
    expect(own.promiseFigures.all.decided).toBe(5);
    expect((await buyer.ask(figures, year)).promiseFigures).toBeNull();
    const strangers = await app.platform.database.query(
      "SELECT id FROM shops WHERE name = 'Outra'",
    );
    expect(
      (await seller.ask(figures, { ...year, shopId: strangers[0].id })).promiseFigures,
    ).toBeNull();
  });
});
