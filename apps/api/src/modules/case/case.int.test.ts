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
let sol: TestClient;
let teo: TestClient;
let lead: TestClient;
const people: Record<string, string> = {};

beforeAll(async () => {
  app = await startTestApp();
  const { world } = app;
  const owner = { name: "Pedro", email: "pedro@shops.example" };
  shop = await world.shop({ name: "Pedra", policy: "asksSeller", owner });
  ana = await world.person("Ana", "ana@buyers.example");
  buyer = await app.client("buyer", ana);
  seller = await app.client("seller", shop.ownerId);
  people.sol = await world.agent("Sol", "sol@desk.example");
  people.teo = await world.agent("Teo", "teo@desk.example");
  sol = await app.client("support", people.sol);
  teo = await app.client("support", people.teo);
  lead = await app.client("support", await world.agent("Lea", "lea@desk.example", "LEAD"));
});
afterAll(() => app.close());

const inputs: Record<string, string> = {
  assignCaseToMe: "AssignCaseInput",
  assignCase: "AssignCaseToInput",
};
const shown = `id status replyBy waitsUntil resolvedAt version assignee { name } followUpOf { id }
  messages { body } nextAction { owner deadline }`;

/** Sends a command of a case and answers with what came of it. */
async function on(client: TestClient, name: string, input: Record<string, unknown>) {
  const type = inputs[name] ?? `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const sent = { idempotencyKey: freshKey(), ...input };
  const answer = await client.ask(
    `mutation ($input: ${type}!) { ${name}(input: $input) { __typename
      ... on CaseSuccess { case { ${shown} } }
      ... on InvalidInput { field }
      ... on VersionConflict { version changes { kind } case { messages { body } } }
      ... on AlreadyAssigned { assignee { name } }
      ... on MattersOpen { matters { kind } }
      ... on Refusal { message nextSteps { kind } } } }`,
    { input: sent },
  );
  return answer[name];
}

async function purchase(testMethod = "instant"): Promise<string> {
  const [order] = await app.world.purchase({
    buyerId: ana,
    placedAt: new Date(app.platform.clock.now().getTime() - 3 * 3_600_000),
    orders: [{ shop, lines: [{ title: "Bowl", quantity: 1, unitPriceMinor: 9_900 }] }],
    payments: [{ testMethod }],
  });
  return order?.id ?? "";
}

async function opened(message = "Where is it?"): Promise<{ orderId: string; caseId: string }> {
  const orderId = await purchase();
  const { case: made } = await on(buyer, "openCase", { orderId, topic: "OTHER", message });
  return { orderId, caseId: made.id };
}

const look = async (caseId: string): Promise<Answer> =>
  (await sol.ask(`query ($id: ID!) { case(id: $id) { ${shown} } }`, { id: caseId })).case;
const replyPromises = async (caseId: string): Promise<string[]> =>
  (
    await app.platform.database.query(
      "SELECT state FROM service_promises WHERE case_id = $1 ORDER BY made_at, id",
      [caseId],
    )
  ).map(({ state }: Answer) => state);
const kindsTold = async (client: TestClient, orderId: string): Promise<string[]> =>
  (
    await client.ask("query { notifications(first: 50) { edges { node { kind order { id } } } } }")
  ).notifications.edges
    .filter(({ node }: Answer) => node.order?.id === orderId)
    .map(({ node }: Answer) => node.kind);
const hours = (n: number) => sol.ask(documents.moveClock, { hours: n });

describe("an agent's words", () => {
  test("leave the clock running while the case is still with support", async () => {
    const { caseId } = await opened();
    const { replyBy } = await look(caseId);
    const still = await on(sol, "replyToCase", { caseId, body: "I'm on it.", awaiting: "NOBODY" });
    expect(still.case).toMatchObject({ status: "OPEN", replyBy, assignee: { name: "Sol" } });
    await until(async () => expect(await replyPromises(caseId)).toEqual(["OPEN"]));
    await on(sol, "replyToCase", { caseId, body: "It comes Friday. Ok?", awaiting: "BUYER" });
    await until(async () => expect(await replyPromises(caseId)).toEqual(["KEPT"]));
  });

  test.each([
    ["BUYER", "PENDING_BUYER", "BUYER"],
    ["SELLER", "PENDING_SELLER", "SELLER"],
    ["PROVIDER", "ON_HOLD", "PROVIDER"],
  ])(
    "that await %s put it there, by a date, and it comes back",
    async (awaiting, status, owner) => {
      const { caseId, orderId } = await opened();
      const sent = await on(sol, "replyToCase", { caseId, body: "We wait.", awaiting });
      expect(sent.case).toMatchObject({ status, replyBy: null, nextAction: { owner } });
      expect(sent.case.nextAction.deadline).toBe(sent.case.waitsUntil);
      if (awaiting === "SELLER") {
        await until(async () =>
          expect(await kindsTold(seller, orderId)).toContain("order.sellerAwaited"),
        );
      }
      await hours(app.hoursUntil(sent.case.waitsUntil));
      await until(async () => expect((await look(caseId)).status).toBe("OPEN"));
      const back = await look(caseId);
      expect(back.replyBy).not.toBeNull();
      await until(async () => expect(await kindsTold(sol, orderId)).toContain("case.unanswered"));
    },
  );

  test("reach nobody twice: a buyer's answer wakes the case and starts the next clock", async () => {
    const { caseId, orderId } = await opened();
    await on(sol, "replyToCase", { caseId, body: "Which color?", awaiting: "BUYER" });
    const woken = await on(buyer, "replyToCase", { caseId, body: "Red." });
    expect(woken.case).toMatchObject({ status: "OPEN", waitsUntil: null });
    await until(async () => {
      expect(await replyPromises(caseId)).toEqual(["KEPT", "OPEN"]);
      expect(await kindsTold(sol, orderId)).toContain("case.message");
    });
  });
});

describe("resolving a case", () => {
  test("needs an answer or a reason, and a reason alone keeps no promise", async () => {
    const { caseId } = await opened();
    const silent = await on(sol, "resolveCase", { caseId });
    expect(silent).toMatchObject({ __typename: "InvalidInput", field: "reason" });
    expect((await look(caseId)).status).toBe("NEW");
    const reasoned = await on(sol, "resolveCase", { caseId, reason: "Asked twice." });
    expect(reasoned.case.status).toBe("RESOLVED");
    await until(async () => expect(await replyPromises(caseId)).toEqual(["VOID"]));
    const other = await opened();
    const answered = await on(sol, "resolveCase", { caseId: other.caseId, body: "It came." });
    expect(answered.case.messages.at(-1).body).toBe("It came.");
    await until(async () => expect(await replyPromises(other.caseId)).toEqual(["KEPT"]));
  });

  test("is refused while a refund of its order has failed, and names it", async () => {
    const orderId = await purchase("declined");
    const input = { orderId, amountMinor: 5_000, reason: "Sorry.", idempotencyKey: freshKey() };
    await sol.ask(
      "mutation ($input: RefundOnBehalfInput!) { refundOnBehalf(input: $input) { __typename } }",
      { input },
    );
    const made = await on(buyer, "openCase", { orderId, topic: "REFUND_FAILED", message: "Hm?" });
    const caseId = made.case.id;
    await until(async () => {
      const { order } = await sol.ask(
        "query ($id: ID!) { order(id: $id) { refunds { status } } }",
        { id: orderId },
      );
      expect(order.refunds).toEqual([{ status: "FAILED" }]);
    });
    expect(await on(sol, "resolveCase", { caseId, body: "Done." })).toMatchObject({
      __typename: "MattersOpen",
      matters: [{ kind: "REFUND" }],
      nextSteps: [{ kind: "FINISH_OPEN_MATTERS" }],
    });
    const { case: left } = await sol.ask(
      "query ($id: ID!) { case(id: $id) { status messages { body } openMatters { kind } } }",
      { id: caseId },
    );
    expect(left).toMatchObject({ status: "NEW", openMatters: [{ kind: "REFUND" }] });
    expect(left.messages).toHaveLength(1);
  });

  test("is not undone by thanks, is by what is still open, and by hand", async () => {
    const { caseId, orderId } = await opened();
    await on(sol, "resolveCase", { caseId, body: "It comes today." });
    for (const stillOpen of [null, false]) {
      const thanks = await on(buyer, "replyToCase", { caseId, body: "Thanks!", stillOpen });
      expect(thanks.case).toMatchObject({ status: "RESOLVED", replyBy: null });
    }
    await until(async () => expect(await kindsTold(sol, orderId)).toContain("case.message"));
    await until(async () => expect(await replyPromises(caseId)).toEqual(["KEPT"]));
    const open = await on(buyer, "replyToCase", { caseId, body: "It is broken.", stillOpen: true });
    expect(open.case).toMatchObject({ status: "OPEN", resolvedAt: null });
    expect(open.case.replyBy).not.toBeNull();
    await until(async () => expect(await replyPromises(caseId)).toEqual(["KEPT", "OPEN"]));
    await on(sol, "resolveCase", { caseId, body: "A new one is coming." });
    const write = await on(sol, "replyToCase", { caseId, body: "And…", awaiting: "BUYER" });
    expect(write).toMatchObject({
      __typename: "NotInThisState",
      nextSteps: [{ kind: "REOPEN_CASE" }],
    });
    expect((await on(sol, "reopenCase", { caseId })).case.status).toBe("OPEN");
  });

  test("closes it after a week; then a buyer's word begins a follow-up", async () => {
    const { caseId } = await opened();
    await on(sol, "resolveCase", { caseId, body: "Done." });
    await hours(7 * 24);
    await until(async () => expect((await look(caseId)).status).toBe("CLOSED"));
    expect((await on(sol, "reopenCase", { caseId })).__typename).toBe("NotInThisState");
    const thanks = await on(buyer, "replyToCase", { caseId, body: "Thanks.", stillOpen: false });
    expect(thanks.case).toMatchObject({ id: caseId, status: "CLOSED" });
    const next = await on(buyer, "replyToCase", { caseId, body: "It broke again." });
    expect(next.case).toMatchObject({
      status: "NEW",
      followUpOf: { id: caseId },
      assignee: { name: "Sol" },
      messages: [{ body: "It broke again." }],
    });
  });
});

describe("a case's owner", () => {
  test("is one of two who want it at once; the other is told who", async () => {
    const { caseId } = await opened();
    const both = await Promise.all([
      on(sol, "assignCaseToMe", { caseId }),
      on(teo, "assignCaseToMe", { caseId }),
    ]);
    const refused = both.filter(({ __typename }) => __typename === "AlreadyAssigned");
    expect(refused).toHaveLength(1);
    const { assignee } = await look(caseId);
    expect(refused[0].assignee.name).toBe(assignee.name);
    expect(refused[0].message).toBe(`${assignee.name} has this already.`);
    const events = await app.platform.database.query(
      "SELECT 1 FROM timeline_events WHERE case_id = $1 AND kind = 'case.taken'",
      [caseId],
    );
    expect(events).toHaveLength(1);
  });

  test("can be another, is told so, and is one with its promise's", async () => {
    const { caseId, orderId } = await opened();
    await until(async () => expect(await replyPromises(caseId)).toEqual(["OPEN"]));
    const [promise] = await app.platform.database.query(
      "SELECT id FROM service_promises WHERE case_id = $1",
      [caseId],
    );
    const take = (client: TestClient) =>
      client.ask(
        "mutation ($input: TakePromiseInput!) { takePromise(input: $input) { __typename } }",
        { input: { promiseId: promise.id, idempotencyKey: freshKey() } },
      );
    const [first, second] = await Promise.all([take(sol), take(teo)]);
    expect([first.takePromise.__typename, second.takePromise.__typename].sort()).toEqual([
      "AlreadyAssigned",
      "PromiseSuccess",
    ]);
    const owner = (await look(caseId)).assignee.name;
    const [mine, theirs] = owner === "Sol" ? [sol, teo] : [teo, sol];
    const assigneeId = owner === "Sol" ? people.teo : people.sol;
    expect((await on(theirs, "releaseCase", { caseId })).__typename).toBe("AlreadyAssigned");
    await on(mine, "assignCase", { caseId, assigneeId });
    const [{ assignee_id }] = await app.platform.database.query(
      "SELECT assignee_id FROM service_promises WHERE case_id = $1",
      [caseId],
    );
    expect(assignee_id).toBe(assigneeId);
    await until(async () => expect(await kindsTold(theirs, orderId)).toContain("case.assigned"));
    expect((await on(lead, "releaseCase", { caseId })).case.assignee).toBeNull();
    const stranger = await on(sol, "assignCase", { caseId, assigneeId: ana });
    expect(stranger.__typename).toBe("NotFound");
  });
});

describe("a command on what was seen of a case", () => {
  test("is refused when a colleague was faster: one reply goes out, and what changed is told", async () => {
    const { caseId } = await opened();
    const { version } = await look(caseId);
    const reply = (client: TestClient, body: string) =>
      on(client, "replyToCase", { caseId, body, awaiting: "BUYER", expectedVersion: version });
    const both = await Promise.all([reply(sol, "From Sol."), reply(teo, "From Teo.")]);
    const conflict = both.find(({ __typename }) => __typename === "VersionConflict");
    expect(both.filter(({ __typename }) => __typename === "CaseSuccess")).toHaveLength(1);
    expect(conflict.changes).toEqual([{ kind: "case.message" }]);
    expect(conflict.case.messages).toHaveLength(2);
    expect(conflict.nextSteps.map(({ kind }: Answer) => kind)).toContain("LOOK_AT_CHANGES");
    const again = await on(sol, "replyToCase", {
      caseId,
      body: "Once more.",
      awaiting: "BUYER",
      expectedVersion: conflict.version,
    });
    expect(again.__typename).toBe("CaseSuccess");
  });

  test("is refused for every command of it", async () => {
    const { caseId } = await opened();
    const { version: expectedVersion } = await look(caseId);
    await on(buyer, "replyToCase", { caseId, body: "And it is late." });
    for (const [name, more] of [
      ["replyToCase", { body: "Hm.", awaiting: "BUYER" }],
      ["assignCaseToMe", {}],
      ["assignCase", { assigneeId: people.teo }],
      ["releaseCase", {}],
      ["reopenCase", {}],
      ["resolveCase", { body: "Done." }],
    ] as const) {
      const refused = await on(sol, name, { caseId, expectedVersion, ...more });
      expect([name, refused.__typename]).toEqual([name, "VersionConflict"]);
    }
    expect(await look(caseId)).toMatchObject({ status: "NEW", assignee: null });
  });

  test("is not refused to a buyer for what agents say among themselves", async () => {
    const { caseId } = await opened();
    const { version: expectedVersion } = await look(caseId);
    await on(sol, "replyToCase", { caseId, body: "Careful.", internal: true });
    const written = await on(buyer, "replyToCase", { caseId, body: "Hello?", expectedVersion });
    expect(written.__typename).toBe("CaseSuccess");
  });
});
