import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SandboxProvider } from "#modules/refund/exports/sandbox-provider.js";
import * as documents from "../../testing/documents.js";
import { type DriftShop, newest, onDrift, startDriftShop } from "../../testing/drift-shop.js";
import { type Answer, freshKey, type TestClient } from "../../testing/test-client.js";
import { until } from "../../testing/until.js";
import { askNow } from "./ask-about-drift.js";

let at: DriftShop;
beforeAll(async () => {
  at = await startDriftShop();
});
afterAll(() => at.app.close());

const send = async (client: TestClient, name: string, driftItemId: string, words?: string) => {
  const input = { driftItemId, idempotencyKey: freshKey(), ...(words ? { words } : {}) };
  const document = onDrift(name, words ? "DriftWordsInput" : "DriftInput");
  return (await client.ask(document, { input }))[name];
};

const refundedOf = async (orderId: string) =>
  (await at.agent.ask(documents.orderStory, { id: orderId })).order.totals.refunded.amountMinor;

describe("money that the provider does not have as sent", () => {
  test("is booked as unpaid by a lead, and can then be sent again, once", async () => {
    const { orderId, refund } = await at.refunded("instant");
    at.app.provider.books.refunds.delete(refund.id);
    await at.run();
    const { driftItems } = await at.agent.ask(
      "{ driftItems { edges { node { id kind sentence nextStep nextStepSentence order { id } } } } }",
    );
    expect(newest(driftItems)).toMatchObject({
      kind: "MISSING",
      nextStep: "BOOK_AS_UNPAID",
      order: { id: orderId },
    });
    expect(newest(driftItems).sentence).toContain("10.00");
    const { id } = newest(driftItems);
    const byAgent = await send(at.agent, "bookDriftAsUnpaid", id);
    expect(byAgent.__typename).toBe("PersonNotAllowed");
    const [booked, again] = await Promise.all(
      [1, 2].map(() => send(at.lead, "bookDriftAsUnpaid", id)),
    );
    const kinds = [booked, again].map(({ __typename }) => __typename).sort();
    expect(kinds).toEqual(["DriftSuccess", "NotInThisState"]);
    expect(await refundedOf(orderId)).toBe(0);
    const { order } = await at.agent.ask(documents.orderStory, { id: orderId });
    expect(order.refunds[0].status).toBe("REVERSED");
    await at.agent.ask(
      `mutation ($input: RetryRefundInput!) { retryRefund(input: $input) { __typename } }`,
      { input: { refundId: order.refunds[0].id, idempotencyKey: freshKey() } },
    );
    await until(async () => expect(await refundedOf(orderId)).toBe(1000));
    await at.run();
    expect((await at.item(refund.reference)).status).toBe("HEALED");
  });

  test("but has after all when asked once more, stays paid", async () => {
    const { orderId, refund } = await at.refunded("instant");
    at.app.provider.books.refunds.delete(refund.id);
    await at.run();
    at.put(refund);
    const { id } = await at.item(refund.reference);
    const healed = await send(at.lead, "bookDriftAsUnpaid", id);
    expect(healed.driftItem.status).toBe("HEALED");
    expect(await refundedOf(orderId)).toBe(1000);
  });
});

describe("a refund that was made at the provider by hand", () => {
  test("is recorded as ours, is not sent again, and counts against what is left", async () => {
    const { orderId, refund } = await at.refunded("instant");
    const byHand = { ...refund, id: `${refund.id}_hand`, reference: "by hand", amountMinor: 2500 };
    at.put(byHand);
    await at.run();
    const { id } = await at.item(byHand.id);
    const answers = await Promise.all(
      [at.lead, at.otherLead].map((lead) =>
        send(lead, "adoptDriftRefund", id, "Made in the provider's console."),
      ),
    );
    const kinds = answers.map(({ __typename }) => __typename).sort();
    expect(kinds).toEqual(["DriftSuccess", "NotInThisState"]);
    const adopted = answers.find(({ __typename }) => __typename === "DriftSuccess");
    expect(adopted.driftItem).toMatchObject({ kind: "EXTRA", status: "HEALED", nextStep: null });
    await until(async () => expect(await refundedOf(orderId)).toBe(3500));
    const there = [...at.app.provider.books.refunds.values()].filter(
      ({ chargeId }) => chargeId === refund.chargeId,
    );
    expect(there.length).toBe(2);
    await at.run();
    expect((await at.item(byHand.id)).status).toBe("HEALED");
  });

  test("beyond what is left is not: it goes to people", async () => {
    const { refund } = await at.refunded("instant");
    const byHand = { ...refund, id: `${refund.id}_hand`, reference: "by hand", amountMinor: 4001 };
    at.put(byHand);
    await at.run();
    const { id } = await at.item(byHand.id);
    const refused = await send(at.lead, "adoptDriftRefund", id, "Made by hand.");
    expect(refused).toMatchObject({
      __typename: "AmountAboveRefundable",
      refundable: { amountMinor: 4000 },
    });
    const wrong = await send(at.agent, "openDriftCase", id, "We look into it.");
    expect(wrong.allowedCommands).toEqual(["ADOPT", "ACCEPT"]);
  });

  test("in another currency than was paid is never recorded as ours: it goes to people", async () => {
    const { orderId, refund } = await at.refunded("instant");
    const byHand = { ...refund, id: `${refund.id}_hand`, reference: "by hand", currency: "USD" };
    at.put(byHand);
    await at.run();
    const { id, kind } = await at.item(byHand.id);
    expect(kind).toBe("WRONG_CURRENCY");
    const adopt = () => send(at.lead, "adoptDriftRefund", id, "Made by hand.");
    expect((await adopt()).allowedCommands).toEqual(["OPEN_CASE", "ACCEPT"]);
    // As it was kept before its currency was looked at.
    await at.app.platform.database.query("UPDATE drift_items SET kind = 'EXTRA' WHERE id = $1", [
      id,
    ]);
    expect((await adopt()).allowedCommands).toEqual(["ACCEPT"]);
    const { order } = await at.agent.ask(documents.orderStory, { id: orderId });
    expect(order.refunds).toHaveLength(1);
  });

  test("waits where refunds are stopped or a bank argues, and says until when", async () => {
    const { orderId, refund } = await at.refunded("instant");
    const byHand = { ...refund, id: `${refund.id}_hand`, reference: "by hand", amountMinor: 500 };
    at.put(byHand);
    await at.run();
    const { id } = await at.item(byHand.id);
    const adopt = () => send(at.lead, "adoptDriftRefund", id, "Made by hand.");
    const command = async (text: string, input: object): Promise<Answer> =>
      Object.values(await at.lead.ask(text, { input }))[0];

    const until = new Date(at.app.platform.clock.now().getTime() + 3_600_000).toISOString();
    const stop = {
      scope: "PROVIDER",
      provider: "sandbox",
      reason: "Looked at",
      until,
      idempotencyKey: freshKey(),
    };
    const { stopSwitch } = await command(
      "mutation ($input: SetStopSwitchInput!) { setStopSwitch(input: $input) { ... on StopSwitchSuccess { stopSwitch { id } } } }",
      stop,
    );
    expect(await adopt()).toMatchObject({
      why: "STOPPED",
      until,
      nextSteps: [{ kind: "LIFT_STOP", at: until }, {}],
    });
    await command(
      "mutation ($input: LiftStopSwitchInput!) { liftStopSwitch(input: $input) { __typename } }",
      { stopSwitchId: stopSwitch.id, reason: "All is well", idempotencyKey: freshKey() },
    );

    const { id: chargebackId } = await command(
      "mutation ($input: OpenSandboxChargebackInput!) { openSandboxChargeback(input: $input) { id } }",
      { orderId },
    );
    const open = await adopt();
    expect(open).toMatchObject({ why: "CHARGEBACK_OPEN", nextSteps: [{ kind: "AWAIT_BANK" }, {}] });
    expect(open.until).not.toBeNull();
    await command(
      "mutation ($input: MoveSandboxChargebackInput!) { moveSandboxChargeback(input: $input) { id } }",
      { chargebackId, status: "LOST" },
    );
    expect(await adopt()).toMatchObject({ why: "CHARGEBACK_LOST", until: null });
    expect(await refundedOf(orderId)).toBe(1000);
  });
});

test("what was paid twice becomes a case, and is left as it is on two persons' word alone", async () => {
  const { refund } = await at.refunded("instant");
  const twice = at.put({ ...refund, id: `${refund.id}_again` });
  await at.run();
  const { id } = await at.item(twice.id);
  const cased = await send(at.agent, "openDriftCase", id, "You were paid twice.");
  expect(cased.driftItem).toMatchObject({ kind: "DUPLICATE", nextStep: "ACCEPT" });
  expect(cased.driftItem.case.id).toMatch(/^cas_/);
  const words = "The buyer keeps it: below what asking costs.";
  expect((await send(at.agent, "acceptDrift", id)).__typename).toBe("PersonNotAllowed");
  expect((await send(at.lead, "acceptDrift", id)).__typename).toBe("NotInThisState");
  expect((await send(at.lead, "proposeDriftAcceptance", id, words)).driftItem.status).toBe(
    "ACCEPTANCE_PROPOSED",
  );
  expect((await send(at.lead, "acceptDrift", id)).__typename).toBe("PersonNotAllowed");
  expect((await send(at.otherLead, "declineDriftAcceptance", id)).driftItem.status).toBe("OPEN");
  await send(at.agent, "proposeDriftAcceptance", id, words);
  expect((await send(at.lead, "acceptDrift", id)).driftItem.status).toBe("ACCEPTED");
  const deadlines = "FROM deadlines WHERE subject_id = $1";
  await at.app.platform.database.query(`DELETE ${deadlines}`, [id]);
  await at.run();
  expect((await at.item(twice.id)).status).toBe("ACCEPTED");
  expect(await at.app.platform.database.query(`SELECT 1 ${deadlines}`, [id])).toEqual([]);
  const row = at.app.platform.database.query("UPDATE drift_items SET status = 'OPEN'");
  await expect(row).rejects.toThrow(/stays accepted/);
});

test("a provider that does not answer changes nothing, and is told of", async () => {
  const { refund } = await at.refunded("instant");
  at.app.provider.books.refunds.delete(refund.id);
  await at.run();
  const { id } = await at.item(refund.reference);
  const { sandbox } = at.app.platform.config.providers;
  const options = { key: "", webhookSecret: "", ...sandbox, url: "http://127.0.0.1:1" };
  const nobody = new Map([["sandbox", new SandboxProvider(options)]] as const);
  expect(await askNow(at.app.platform, nobody, id)).toEqual({
    ok: false,
    refusal: { kind: "ProviderSilent", provider: "sandbox" },
  });
  expect((await at.item(refund.reference)).status).toBe("OPEN");
});

test("a difference has a date and somebody who sees to it; overdue, a lead has it and it comes first", async () => {
  const { refund } = await at.refunded("instant");
  at.app.provider.books.refunds.delete(refund.id);
  await at.run();
  const { id } = await at.item(refund.reference);
  const fields =
    "id dueBy foundAt overdue assignee { name } nextAction { owner kind deadline onTimeout }";
  const listed = async (view: string, client = at.agent): Promise<Answer[]> =>
    (
      await client.ask(
        `query ($view: DriftView) { driftItems(view: $view) { edges { node { ${fields} } } } }`,
        { view },
      )
    ).driftItems.edges.map(({ node }: Answer) => node);
  const found = (await listed("NEEDS_ATTENTION")).find((node) => node.id === id);
  expect(found).toMatchObject({ overdue: false, assignee: null });
  expect(found.nextAction).toEqual({
    owner: "SUPPORT",
    kind: "SETTLE_DRIFT",
    deadline: found.dueBy,
    onTimeout: "If nobody settles it by then, a lead takes over.",
  });
  expect(found.dueBy > found.foundAt).toBe(true);
  expect(await listed("MINE")).toEqual([]);
  expect((await send(at.agent, "takeDrift", id)).__typename).toBe("DriftSuccess");
  // One owner: who comes later is told, until a lead or the owner puts it back.
  expect((await send(at.lead, "takeDrift", id)).__typename).toBe("AlreadyAssigned");
  expect((await send(at.lead, "releaseDrift", id)).__typename).toBe("DriftSuccess");
  expect((await send(at.agent, "takeDrift", id)).__typename).toBe("DriftSuccess");
  expect((await listed("MINE")).map((node) => [node.id, node.assignee.name])).toEqual([
    [id, "Sol"],
  ]);
  await at.agent.ask(documents.moveClock, { hours: at.app.hoursUntil(found.dueBy) });
  const late = (await listed("NEEDS_ATTENTION"))[0];
  expect(late).toMatchObject({ overdue: true, nextAction: { onTimeout: null } });
  const risen = (await listed("NEEDS_ATTENTION")).find((node) => node.id === id);
  expect(["Teo", "Bia"]).toContain(risen.assignee.name);
  const [told] = await at.app.platform.database.query(
    `SELECT (SELECT count(*) FROM emails WHERE subject = $1)::int AS mails,
       (SELECT count(*) FROM drift_items WHERE escalated_at IS NOT NULL)::int AS risen,
       (SELECT body FROM emails WHERE subject = $1 AND body LIKE $2 LIMIT 1) AS body`,
    ["A difference between the books is yours now", `${risen.assignee.name},%`],
  );
  expect(told.mails).toBe(told.risen);
  expect(told.body).toContain("What to do next: ");
  // It was gone all the while: what is found again has a new date.
  at.put(refund);
  await at.run();
  expect((await send(at.agent, "takeDrift", id)).__typename).toBe("NotInThisState");
  at.app.provider.books.refunds.delete(refund.id);
  await at.run();
  const again = (await listed("NEEDS_ATTENTION")).find((node) => node.id === id);
  expect(again).toMatchObject({ overdue: false });
});

describe("what two people accepted", () => {
  const words = "Below what asking costs.";
  const accept = async (id: string) => {
    await send(at.agent, "proposeDriftAcceptance", id, words);
    expect((await send(at.lead, "acceptDrift", id)).driftItem.status).toBe("ACCEPTED");
  };
  const itemsOf = (subject: string): Promise<Answer[]> =>
    at.app.platform.database.query(
      `SELECT id, about, kind, status, theirs_minor::int AS theirs FROM drift_items
       WHERE subject = $1 ORDER BY found_at, id`,
      [subject],
    );

  test("of a cent says nothing of 500.00 of the same charge, which is open", async () => {
    const { charge } = await at.paid("instant");
    at.putCharge({ ...charge, amountMinor: charge.amountMinor + 1, capturedMinor: 5001 });
    await at.run();
    const { id } = await at.item(charge.reference);
    await accept(id);
    await at.run();
    expect(await itemsOf(charge.reference)).toHaveLength(1);
    at.putCharge({ ...charge, amountMinor: 55_000, capturedMinor: 55_000 });
    await at.run();
    expect(await itemsOf(charge.reference)).toMatchObject([
      { id, status: "ACCEPTED", theirs: 5001 },
      { kind: "WRONG_AMOUNT", status: "OPEN", theirs: 55_000 },
    ]);
    // Back at the cent it is what was accepted, and the other one is gone.
    at.putCharge({ ...charge, amountMinor: 5001, capturedMinor: 5001 });
    await at.run();
    expect((await itemsOf(charge.reference)).map(({ status }) => status)).toEqual([
      "ACCEPTED",
      "HEALED",
    ]);
    at.putCharge(charge);
    await at.run();
  });

  test("of an unknown hold says nothing of what is taken by it later", async () => {
    const { charge } = await at.paid("instant");
    const madeAt = new Date(Date.now() - 3 * 86_400_000).toISOString();
    const foreign = {
      ...charge,
      id: `${charge.id}_foreign`,
      reference: "nobody_knows_it",
      createdAt: madeAt,
      updatedAt: madeAt,
    };
    at.putCharge({ ...foreign, status: "authorized", capturedMinor: 0 });
    await at.run();
    const [hold] = await itemsOf(foreign.id);
    expect(hold).toMatchObject({ about: "HOLD", kind: "EXTRA", status: "OPEN" });
    await accept(hold.id);
    at.putCharge(foreign);
    await at.run();
    expect(await itemsOf(foreign.id)).toMatchObject([
      { about: "HOLD", status: "ACCEPTED" },
      { about: "CHARGE", kind: "EXTRA", status: "OPEN" },
    ]);
    at.app.provider.books.charges.delete(foreign.id);
    await at.run();
  });

  test("has to be proposed anew where it came to another amount before the second one agreed", async () => {
    const { charge } = await at.paid("instant");
    at.putCharge({ ...charge, amountMinor: 5001, capturedMinor: 5001 });
    await at.run();
    const { id } = await at.item(charge.reference);
    await send(at.agent, "proposeDriftAcceptance", id, words);
    await at.run();
    expect((await at.item(charge.reference)).status).toBe("ACCEPTANCE_PROPOSED");
    at.putCharge({ ...charge, amountMinor: 55_000, capturedMinor: 55_000 });
    await at.run();
    expect((await at.item(charge.reference)).status).toBe("OPEN");
    expect((await send(at.lead, "acceptDrift", id)).__typename).toBe("NotInThisState");
    at.putCharge(charge);
    await at.run();
  });
});
