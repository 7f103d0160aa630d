import { initialTerms } from "@makegood/domain/ledger/money-terms";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestApp, type TestApp } from "../../testing/test-app.js";
import { MoneyTermsEntity } from "./exports/money-terms.entity.js";
import { tellOfTerms } from "./tell-of-terms.js";

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

test("the marketplace's terms are told to the shops that have none of their own by then", async () => {
  const shopOf = (name: string) =>
    app.world.shop({ name, policy: "generous", owner: { name, email: `${name}@terms.example` } });
  const [agreed, general] = [await shopOf("agreed"), await shopOf("general")];
  const now = app.platform.clock.now();
  const terms = (id: string, shopId: string | null) => ({
    id,
    shopId,
    number: 2,
    publishedAt: now,
    publishedById: null,
    inForceFrom: now,
    rules: initialTerms,
  });
  const { manager } = app.platform.database;
  await manager.insert(MoneyTermsEntity, terms("mtv_agreed", agreed.id) as never);
  await manager.insert(MoneyTermsEntity, terms("mtv_general", null) as never);
  await tellOfTerms(app.platform, "mtv_general");
  const told = await manager.query("SELECT person_id FROM notifications WHERE terms_id = $1", [
    "mtv_general",
  ]);
  expect(told).toEqual([{ person_id: general.ownerId }]);
});
