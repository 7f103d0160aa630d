import { expect, test } from "vitest";
import { bench } from "./main.js";
import { asTables } from "./report.js";

test("a small run measures everything, within the budgets of statements", async () => {
  const plan = {
    rounds: 10,
    sizes: [1_000],
    subscribers: 20,
    memoryRequests: 200,
    importedOrders: 100,
  };
  const report = await bench(plan, () => undefined);
  const statementsOf = (name: string) =>
    report.measured.find((measured) => measured.name === name)?.ours.statements;
  expect(statementsOf("order history, 20 orders")).toBeLessThanOrEqual(6);
  expect(statementsOf("order history, 20 orders")).toBe(statementsOf("order history, 1 order"));
  expect(statementsOf("order with its whole story")).toBeLessThanOrEqual(6);
  expect(statementsOf("cancellation of an order")).toBeLessThanOrEqual(25);
  const overNotify = report.live.filter(({ wakeUps }) => wakeUps === "NOTIFY");
  expect(overNotify.map(({ subscribers }) => subscribers)).toEqual([20, 20]);
  for (const { delay } of report.live) expect(Number.isFinite(delay.maxMs)).toBe(true);
  expect(asTables(report)).toContain("orders a second");
}, 600_000);
