import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { buildSchema } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { demoOrders } from "../../scenario/demo-orders.js";
import { demoPeople } from "../../scenario/demo-people.js";
import { demoStories } from "../../scenario/demo-stories.js";
import { dice, fieldsOf, OddOperations } from "../../testing/odd-arguments.js";
import { startTestApp, type TestApp } from "../../testing/test-app.js";
import type { TestClient } from "../../testing/test-client.js";

const file = createRequire(import.meta.url).resolve("@makegood/graphql/schema.graphql");
const schema = buildSchema(readFileSync(file, "utf8"));
/** More draws of each field are made by ODD_ROUNDS=50, another sequence by ODD_SEED=2. */
const rounds = Number(process.env.ODD_ROUNDS ?? 2);
const seed = Number(process.env.ODD_SEED ?? 1);

let app: TestApp;
let callers: [string, TestClient][];
let ids: string[];

beforeAll(async () => {
  app = await startTestApp({ JOBS: "off", LOCK_WAIT_SECONDS: "5" });
  const { platform, world } = app;
  const people = await demoPeople(world);
  await demoStories(platform, people, await demoOrders(world, people));
  const tables: { name: string }[] = await platform.database.query(
    `SELECT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'id' AND data_type = 'text' ORDER BY 1`,
  );
  const read = await Promise.all(
    tables.map(({ name }) => platform.database.query(`SELECT id FROM "${name}" LIMIT 12`)),
  );
  ids = read.flat().map(({ id }) => id);
  const one = async (sql: string) => (await platform.database.query(sql))[0].id;
  const owner = await one("SELECT person_id AS id FROM shop_members WHERE role = 'OWNER' LIMIT 1");
  const lead = await one("SELECT person_id AS id FROM agents WHERE role <> 'AGENT' LIMIT 1");
  const buyer = await one(
    "SELECT buyer_id AS id FROM orders GROUP BY 1 ORDER BY count(*) DESC LIMIT 1",
  );
  callers = [
    ["nobody", app.anonymous("buyer")],
    ["a buyer", await app.client("buyer", buyer)],
    ["a seller", await app.client("seller", owner)],
    ["an agent", await app.client("support", lead)],
  ];
}, 240_000);
afterAll(() => app.close());

/** What must never leave: how the inside looks. */
const inside =
  /\bat .*\.(ts|js):\d|SELECT |INSERT |QueryFailed|driverError|node_modules|syntax for type/;

test("any id names what its caller may see, or nothing", async () => {
  for (const [who, client] of callers) {
    for (const id of ids) {
      const { errors } = await client.send("query ($id: ID!) { node(id: $id) { __typename id } }", {
        id,
      });
      expect({ who, id, errors }).toEqual({ who, id, errors: [] });
    }
  }
});

describe.each([
  ["query", fieldsOf(schema.getQueryType())],
  // The clock carries out all that falls due on the way: it has tests of its own.
  ["mutation", fieldsOf(schema.getMutationType()).filter(({ name }) => !/Clock/.test(name))],
] as const)("odd arguments of every %s are the caller's mistake", (kind, fields) => {
  test.each(fields.map((field) => [field.name, field] as const))("%s", async (_name, field) => {
    const draw = dice(seed * 7919 + fields.indexOf(field));
    const odd = new OddOperations(draw, ids);
    const found: unknown[] = [];
    for (let round = 0; round < rounds; round++) {
      for (const [who, client] of callers) {
        const operation = odd.of(kind, field, 2);
        const answer = await client.send(operation.query, operation.variables);
        const ours = answer.errors.filter(
          ({ extensions }) => extensions.code === "INTERNAL_SERVER_ERROR",
        );
        const leaks = answer.errors.filter(({ message }) => inside.test(message));
        if (ours.length + leaks.length > 0) found.push({ who, ...operation, ours, leaks });
      }
    }
    expect(found).toEqual([]);
  });
});
