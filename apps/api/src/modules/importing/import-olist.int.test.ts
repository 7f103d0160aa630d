import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sandboxProvider } from "#modules/refund/exports/providers.js";
import { verifyTrail } from "#modules/trail/exports/verify-trail.js";
import * as documents from "../../testing/documents.js";
import { startTestApp, type TestApp } from "../../testing/test-app.js";
import { type Answer, freshKey } from "../../testing/test-client.js";
import { until } from "../../testing/until.js";
import { importOlist } from "./import-olist.js";
import { problemsOf } from "./import-report.js";

const sample = fileURLToPath(new URL("../../testing/olist-sample", import.meta.url));
/** The real data, where it lies beside the project. */
const real = fileURLToPath(new URL("../../../../../../shared/data/olist", import.meta.url));

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const run = (folder: string, shiftToNow: boolean) =>
  importOlist(app.platform, sandboxProvider(app.platform.config), folder, {
    shiftToNow,
    progress: () => undefined,
  });

describe("importing orders", () => {
  test("accounts for every row, keeps what is odd with a note, and refuses by name", async () => {
    const report = await run(sample, true);
    expect(problemsOf(report)).toEqual([]);
    expect(report.created).toEqual({
      purchases: 11,
      orders: 12,
      units: 15,
      payments: 40,
      buyers: 10,
      shops: 4,
      feedback: 2,
    });
    expect(report.refused).toEqual({
      "order without items: nobody sold anything": 1,
      "order of unknown status melted": 1,
    });
    expect(report.repeated).toEqual([{ file: "orders", line: 15, sameAs: 14 }]);
    expect(report.refusals).toEqual([
      {
        order: "o10",
        file: "orders",
        line: 11,
        column: null,
        why: "order without items: nobody sold anything",
      },
      {
        order: "o12",
        file: "orders",
        line: 13,
        column: "order_status",
        why: "order of unknown status melted",
      },
    ]);
    expect(report.kept).toMatchObject({
      "one of several orders of the same purchase": 1,
      "several payments": 2,
      "paid amount differs from items and freight": 2,
      "payment of unknown kind": 1,
      "no payment at all": 1,
      "delivered without a time of delivery": 1,
      "times out of order": 1,
    });
    expect(report.files.items).toMatchObject({ rows: 17, imported: 15, refused: 1, unused: 1 });
    expect(report.capturedMinor).toEqual({ file: 64_141, database: 64_141 });
    const units = (command: string) =>
      Object.entries(report.decisions)
        .filter(([name]) => name.startsWith(command))
        .reduce((sum, [, value]) => sum + value, 0);
    expect({ cancel: units("CANCEL"), back: units("RETURN") }).toEqual({ cancel: 15, back: 15 });
    expect(Object.keys(report.decisions).join()).not.toContain("unexplained");
  });

  test("changes nothing when it runs again", async () => {
    const report = await run(sample, true);
    expect(Object.values(report.created).every((value) => value === 0)).toBe(true);
    expect(report.files.orders).toMatchObject({
      imported: 0,
      alreadyThere: 11,
      repeated: 1,
      refused: 2,
    });
    expect(report.differences).toEqual([]);
    expect(report.updated).toEqual({});
    expect(problemsOf(report)).toEqual([]);
  });

  test("numbers each order's story in its order, links what it posted, and is news to nobody", async () => {
    const { database } = app.platform;
    const [delivered] = await database.query(
      `SELECT o.timeline_seq AS last, (SELECT array_agg(e.kind ORDER BY e.seq) FROM timeline_events e
         WHERE e.order_id = o.id) AS kinds
       FROM orders o JOIN purchases p ON p.id = o.purchase_id WHERE p.external_id = 'olist:o02'`,
    );
    const kinds = ["order.placed", "order.shipped", "order.delivered", "order.imported"];
    expect(delivered).toEqual({ last: 4, kinds });
    expect((await verifyTrail(app.platform)).findings).toEqual([]);
    const [{ posted, linked, told }] = await database.query(
      `SELECT (SELECT count(*)::int FROM ledger_transactions) AS posted,
         (SELECT count(*)::int FROM trail_links WHERE subject_kind = 'LEDGER') AS linked,
         (SELECT count(*)::int FROM notifications) + (SELECT count(*)::int FROM graphile_worker.jobs
           WHERE task_identifier = 'event.recorded') AS told`,
    );
    expect({ linked, told }).toEqual({ linked: posted, told: 0 });
    expect(posted).toBeGreaterThan(0);
  });

  test("an imported order of two sellers is canceled in parts, to the last cent, by its buyer", async () => {
    const [buyer] = await app.platform.database.query(
      "SELECT buyer_id AS id FROM purchases WHERE external_id = 'olist:o01'",
    );
    const client = await app.client("buyer", buyer.id);
    const { orders } = await client.ask(
      "{ orders { edges { node { id lines { title quantity } totals { captured { amountMinor } } } } } }",
    );
    const [{ node }] = orders.edges;
    expect(node).toMatchObject({
      lines: [{ title: "Health Beauty AAAAAA01", quantity: 2 }, { quantity: 1 }],
      totals: { captured: { amountMinor: 5905 } },
    });
    const input = { orderId: node.id, reasonCode: "CHANGED_MIND", idempotencyKey: freshKey() };
    const { requestCancellation } = await client.ask(documents.requestCancellation, { input });
    expect(requestCancellation.__typename).toBe("CancellationSuccess");
    await app.platform.database.query(
      "UPDATE deadlines SET due_at = now() WHERE kind = 'cancellation.silence'",
    );
    await until(async () => {
      const { order } = await client.ask(documents.orderStory, { id: node.id });
      expect(order.totals.refunded.amountMinor).toBe(5905);
    });
  });

  test.runIf(existsSync(real))(
    "takes the real data over, and explains every order",
    async () => {
      const importedUnits = async (): Promise<number> => {
        const [{ units }] = await app.platform.database.query(
          `SELECT SUM(l.quantity)::int AS units FROM order_lines l JOIN orders o ON o.id = l.order_id
           JOIN purchases p ON p.id = o.purchase_id WHERE p.external_id IS NOT NULL`,
        );
        return units;
      };
      const before = await importedUnits();
      const report = await run(real, true);
      expect(problemsOf(report)).toEqual([]);
      expect(report.files.orders).toMatchObject({ rows: 6588, refused: 640 });
      const decided = Object.values(report.decisions).reduce((sum, value) => sum + value, 0);
      expect(decided).toBe(((await importedUnits()) - before) * 2);
      expect(Object.keys(report.decisions).join()).not.toContain("unexplained");
      const agent = await app.client("support", await app.world.agent("A", "a@desk.example"));
      const outcomes: Record<string, number> = {};
      for (let after: string | null = null; ; ) {
        const { orders } = (await agent.ask(
          `query ($after: String) { orders(first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { cancellationEligibility { outcome sentence } } } } }`,
          { after },
        )) as Answer;
        for (const { node } of orders.edges) {
          const { outcome, sentence } = node.cancellationEligibility;
          expect(sentence).not.toBe("");
          outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
        }
        if (!orders.pageInfo.hasNextPage) break;
        after = orders.pageInfo.endCursor;
      }
      expect(Object.keys(outcomes).sort()).toEqual(["AUTO_APPROVED", "REFUSED"]);
    },
    900_000,
  );
});
