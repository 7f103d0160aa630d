import { SMTPServer } from "smtp-server";
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
let smtp: SMTPServer;
const arrived: string[] = [];

beforeAll(async () => {
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, _session, callback) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        // Long lines are folded on their way, wherever a date's length has them break.
        arrived.push(
          Buffer.concat(chunks)
            .toString()
            .replace(/=\r?\n/g, ""),
        );
        callback();
      });
    },
  });
  await new Promise<void>((resolve) => smtp.listen(0, "127.0.0.1", resolve));
  const { port } = smtp.server.address() as { port: number };
  app = await startTestApp({ SMTP_URL: `smtp://127.0.0.1:${port}` });
  shop = await app.world.shop({
    name: "Pedra",
    policy: "asksSeller",
    owner: { name: "Pedro", email: "pedro@shops.example" },
  });
  ana = await app.world.person("Ana", "ana@buyers.example");
  buyer = await app.client("buyer", ana);
  seller = await app.client("seller", shop.ownerId);
});
afterAll(async () => {
  await app.close();
  await new Promise<void>((resolve) => smtp.close(resolve));
});

const list = `query { notifications { unreadCount edges { node { kind sentence order { id } readAt } } } }`;
const kindsOf = async (client: TestClient, orderId: string): Promise<string[]> =>
  (await client.ask(list)).notifications.edges
    .filter(({ node }: Answer) => node.order.id === orderId)
    .map(({ node }: Answer) => node.kind);

async function bought(): Promise<string> {
  const [order] = await app.world.purchase({
    buyerId: ana,
    placedAt: new Date(app.platform.clock.now().getTime() - 3 * 3_600_000),
    orders: [{ shop, lines: [{ title: "Bowl", quantity: 1, unitPriceMinor: 9_900 }] }],
    payments: [{ testMethod: "instant" }],
  });
  return order?.id ?? "";
}

async function requested() {
  const orderId = await bought();
  const input = { orderId, reasonCode: "CHANGED_MIND", idempotencyKey: freshKey() };
  const { requestCancellation } = await buyer.ask(documents.requestCancellation, { input });
  const { id: cancellationId, respondBy } = requestCancellation.cancellation;
  return { orderId, cancellationId, respondBy };
}

/** The e-mails about an order, by whom they are to, as they came over SMTP. */
const mailAbout = (orderId: string, to: string) =>
  arrived.filter((mail) => mail.includes(orderId) && mail.includes(`To: ${to}`));

describe("people are told", () => {
  test("each of what the other did, in the app and by e-mail, and never of what did not happen yet", async () => {
    const { orderId, cancellationId } = await requested();
    await until(async () => {
      expect(await kindsOf(seller, orderId)).toEqual(["cancellation.requested"]);
      expect(mailAbout(orderId, "pedro@shops.example").length).toBe(1);
    });
    expect(await kindsOf(buyer, orderId)).toEqual([]);
    await seller.ask(documents.approveCancellation, {
      input: { cancellationId, idempotencyKey: freshKey() },
    });
    await until(async () => {
      expect((await kindsOf(buyer, orderId)).sort()).toEqual([
        "cancellation.approved",
        "refund.created",
        "refund.succeeded",
      ]);
      expect(mailAbout(orderId, "ana@buyers.example").length).toBe(3);
    });
    const before = (await buyer.ask(list)).notifications.unreadCount;
    expect(before).toBeGreaterThan(0);
    await buyer.ask("mutation { markNotificationsRead { unreadCount } }");
    expect((await buyer.ask(list)).notifications.unreadCount).toBe(0);
  });

  test("no more of a reason by e-mail than in the app, and in their own words", async () => {
    const agent = await app.client("support", await app.world.agent("Sol", "sol@desk.example"));
    const orderId = await bought();
    const note = "for the trail alone";
    const { refundOnBehalf } = await agent.ask(
      "mutation ($input: RefundOnBehalfInput!) { refundOnBehalf(input: $input) { __typename } }",
      { input: { orderId, amountMinor: 100, reason: note, idempotencyKey: freshKey() } },
    );
    expect(refundOnBehalf.__typename).toBe("RefundSuccess");
    await until(async () => expect(await kindsOf(buyer, orderId)).toContain("refund.succeeded"));
    await until(async () => expect(mailAbout(orderId, "ana@buyers.example").length).toBe(2));
    expect(mailAbout(orderId, "ana@buyers.example").join("\n")).not.toContain(note);
    await app.platform.database.query("UPDATE people SET locale = 'pt-BR' WHERE id = $1", [
      shop.ownerId,
    ]);
    const other = await requested();
    await until(async () => {
      const [mail = ""] = mailAbout(other.orderId, "pedro@shops.example");
      expect(mail).toContain("Mudei de ideia");
    });
    await app.platform.database.query("UPDATE people SET locale = 'en' WHERE id = $1", [
      shop.ownerId,
    ]);
  });

  test("by e-mail only as long as they want it", async () => {
    const choose = (notifyByEmail: boolean) =>
      buyer.ask(
        `mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { ... on UpdateProfileSuccess { person { notifyByEmail } } } }`,
        { input: { notifyByEmail } },
      );
    expect((await choose(false)).updateProfile.person.notifyByEmail).toBe(false);
    const { orderId, cancellationId } = await requested();
    await seller.ask(documents.approveCancellation, {
      input: { cancellationId, idempotencyKey: freshKey() },
    });
    await until(async () => expect((await kindsOf(buyer, orderId)).length).toBe(3));
    expect(mailAbout(orderId, "ana@buyers.example")).toEqual([]);
    await choose(true);
  });

  test("and reminded before a deadline, but not once they have acted", async () => {
    const { orderId, respondBy } = await requested();
    const answered = await requested();
    await seller.ask(documents.approveCancellation, {
      input: { cancellationId: answered.cancellationId, idempotencyKey: freshKey() },
    });
    await seller.ask(documents.moveClock, { hours: app.hoursUntil(respondBy) });
    await until(async () => {
      const kinds = await kindsOf(seller, orderId);
      expect(kinds).toContain("cancellation.reminder");
      expect(kinds).toContain("cancellation.approvedBySilence");
    });
    expect(await kindsOf(seller, answered.orderId)).not.toContain("cancellation.reminder");
  });
});
