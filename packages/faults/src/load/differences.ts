import { setTimeout as sleep } from "node:timers/promises";
import type { World } from "@makegood/api/scenario/world";
import type { Caller } from "../stage/caller.js";
import type { Stage } from "../stage/stage.js";
import type { People } from "./people.js";
import { orderMinor, refundMutation } from "./refund-load.js";

const kinds = ["MISSING", "EXTRA", "WRONG_AMOUNT", "WRONG_CURRENCY", "DUPLICATE", "LATE"] as const;
type Kind = (typeof kinds)[number];

/** What the provider calls each book, and the SQL by which both sides' ids of an order's are found. */
const books = {
  CHARGE: {
    name: "charges",
    ids: `SELECT p.id AS ours, p.provider_charge_id AS theirs FROM payments p
      JOIN orders o ON o.purchase_id = p.purchase_id WHERE o.id = $1`,
  },
  REFUND: {
    name: "refunds",
    ids: `SELECT a.id AS ours, a.provider_refund_id AS theirs FROM refund_attempts a
      JOIN refunds r ON r.id = a.refund_id WHERE r.order_id = $1
        AND (r.status = 'SUCCEEDED' OR a.pending_reason IS NOT NULL)`,
  },
  CHARGEBACK: {
    name: "chargebacks",
    ids: `SELECT c.id AS ours, c.provider_chargeback_id AS theirs FROM chargebacks c
      JOIN chargeback_shares s ON s.chargeback_id = c.id WHERE s.order_id = $1`,
  },
  TRANSFER: {
    name: "payouts",
    ids: `SELECT t.id AS ours, t.provider_payout_id AS theirs FROM refund_payouts t
      JOIN refunds r ON r.id = t.refund_id WHERE r.order_id = $1
        AND (t.status = 'SUCCEEDED' OR t.failure_reason IS NULL) AND t.provider_payout_id IS NOT NULL`,
  },
} as const;
type About = keyof typeof books;

/** A difference to be put into the provider's books, and the order that it will be about. */
interface Difference {
  about: About;
  kind: Kind;
  orderId: string;
}

/** Of each kind about each thing. A chargeback can't be late: what is news of one is taken over. */
const planned = (Object.keys(books) as About[]).flatMap((about) =>
  kinds
    .filter((kind) => about !== "CHARGEBACK" || kind !== "LATE")
    .map((kind) => ({ about, kind })),
);

/** An order for each difference, whose money goes the way that it needs. */
export async function makeDifferences(
  world: World,
  { buyerId, shop }: People,
  each: number,
): Promise<Difference[]> {
  const made: Difference[] = [];
  for (const { about, kind } of Array.from({ length: each }, () => planned).flat()) {
    const late = kind === "LATE";
    const stays = about === "REFUND" && late ? "pending_days" : "instant";
    const testMethod = about === "TRANSFER" ? "always_fails" : stays;
    const money = about === "CHARGE" && late ? ("authorized" as const) : ("captured" as const);
    const lines = [{ title: "Rope", quantity: 1, unitPriceMinor: orderMinor }];
    const orders = [{ shop, money, lines }];
    const [order] = await world.purchase({ buyerId, orders, payments: [{ testMethod }] });
    if (order) made.push({ about, kind, orderId: order.id });
  }
  return made;
}

/** Refunds, transfers and chargebacks are made, so that both books have them and agree. */
export async function moveMoney(
  stage: Stage,
  agent: Caller,
  buyer: Caller,
  differences: readonly Difference[],
): Promise<void> {
  await Promise.all(
    differences.map(async ({ about, kind, orderId }) => {
      if (about === "CHARGEBACK") {
        const { theirs } = await bothIds(stage, "CHARGE", orderId);
        await stage.provider.openChargeback(theirs);
      }
      if (about === "REFUND" || about === "TRANSFER") {
        const wanted = { orderId, amountMinor: orderMinor, reason: "Worn through" };
        await agent.ask(refundMutation, { input: { ...wanted, idempotencyKey: `r-${orderId}` } });
      }
      if (about === "TRANSFER") await transfer(stage, buyer, orderId, kind);
      await bothIds(stage, about, orderId);
    }),
  );
}

async function transfer(stage: Stage, buyer: Caller, orderId: string, kind: Kind): Promise<void> {
  const failed = await until(async () => {
    const sql = "SELECT id FROM refunds WHERE order_id = $1 AND status = 'FAILED'";
    return (await stage.rows<{ id: string }>(sql, [orderId]))[0];
  });
  const holder = kind === "LATE" ? "TEST SLOW" : "Ana Souza";
  const details = { kind: "PIX", holder, pixKey: "8d1f7b3a-2c64-4e0b-9a57-0f6c1d2e3b4a" };
  const { answer } = await buyer.ask(
    "mutation ($input: TakeBankTransferInput!) { takeBankTransfer(input: $input) { __typename } }",
    { input: { refundId: failed.id, details, idempotencyKey: `t-${orderId}` } },
  );
  if (answer.errors) throw new Error(answer.errors[0]?.message);
}

/** Makes the books differ; how each difference is to be named. */
export async function forge(stage: Stage, difference: Difference): Promise<string> {
  const { about, kind, orderId } = difference;
  const { ours, theirs } = await bothIds(stage, about, orderId);
  if (kind === "LATE" && about !== "CHARGE") {
    // Promised dates never move: the database has to be told to look away.
    await stage.rows(
      `SET session_replication_role = replica;
       UPDATE refunds SET promised_by = now() - interval '1 day' WHERE order_id = '${orderId}'`,
    );
    return `${about} ${kind} ${ours}`;
  }
  const forged = await stage.provider.forge(books[about].name, kind.toLowerCase(), theirs);
  return `${about} ${kind} ${kind === "EXTRA" || kind === "DUPLICATE" ? forged : ours}`;
}

const bothIds = (stage: Stage, about: About, orderId: string) =>
  until(async () => {
    const sql = books[about].ids;
    return (await stage.rows<{ ours: string; theirs: string }>(sql, [orderId]))[0];
  });

const patienceMs = 120_000;

async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (const end = Date.now() + patienceMs; Date.now() < end; await sleep(200)) {
    const found = await look();
    if (found !== undefined) return found;
  }
  throw new Error("What was to be compared was never made.");
}
