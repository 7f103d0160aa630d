import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { IntegrationKeyEntity } from "#modules/integration/exports/integration-key.entity.js";
import { ShopMemberEntity } from "#modules/shop/exports/shop-member.entity.js";
import { accessOf, keyReadingOf, mayGive } from "#platform/graphql/access.js";
import { people, reads } from "#platform/graphql/access-tables.js";
import type { KnownCaller } from "#platform/graphql/callers.js";
import { type KeyScope, keyScopes, scopesOf } from "#platform/identity/caller.js";
import { hashSecret, newSecret } from "#platform/identity/tokens.js";
import { newId } from "#platform/ids.js";
import type { MadeShop } from "../scenario/made-shop.js";
import { contractSchema } from "./contract-schema.js";
import { startTestApp, type TestApp } from "./test-app.js";
import { freshKey, type TestClient } from "./test-client.js";

const schema = contractSchema();
const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
const marketplaceScopes = [
  "ORDERS_READ",
  "PHOTOS_READ",
  "CANCELLATIONS_WRITE",
  "RETURNS_WRITE",
] as const;

let app: TestApp;
let shop: MadeShop;
let clients: { name: string; caller: KnownCaller | null; client: TestClient }[];

const key = async (scopes: readonly KeyScope[], shopId: string | null): Promise<TestClient> => {
  const secret = newSecret("mgk");
  await app.platform.database.manager.insert(IntegrationKeyEntity, {
    id: newId("integrationKey"),
    shopId,
    name: "Helpline",
    scopes: [...scopes],
    secretHash: hashSecret(secret),
    hint: secret.slice(0, 8),
    createdAt: new Date(),
    expiresAt: null,
    createdById: "one",
    approvedById: "another",
    lastUsedAt: null,
    revokedAt: null,
  });
  return app.withKey(secret);
};

beforeAll(async () => {
  app = await startTestApp();
  const { world } = app;
  const owner = { name: "Olga", email: "olga@access.test" };
  shop = await world.shop({ name: "One", policy: "asksSeller", owner });
  const staffId = await world.person("Sam", "sam@access.test");
  const member = { id: newId("shopMember"), shopId: shop.id, personId: staffId, role: "STAFF" };
  await app.platform.database.manager.insert(ShopMemberEntity, member as never);
  const signedIn: Record<keyof typeof people, TestClient> = {
    buyer: await app.client("buyer", await world.person("Ana", "ana@access.test")),
    "seller's staff": await app.client("seller", staffId),
    "shop's owner": await app.client("seller", shop.ownerId),
    agent: await app.client("support", await world.agent("Al", "al@access.test")),
    lead: await app.client("support", await world.agent("Lo", "lo@access.test", "LEAD")),
    administrator: await app.client("support", await world.agent("Ad", "ad@access.test", "ADMIN")),
  };
  const locale = "en";
  clients = [{ name: "nobody signed in", caller: null, client: app.anonymous("buyer") }];
  for (const name of Object.keys(people) as (keyof typeof people)[]) {
    clients.push({ name, caller: people[name], client: signedIn[name] });
  }
  for (const scope of keyScopes) {
    const caller = {
      kind: "INTEGRATION",
      keyId: "k",
      shopId: shop.id,
      scopes: scopesOf([scope]),
      locale,
    } as const;
    clients.push({
      name: `a shop's key with ${scope}`,
      caller,
      client: await key([scope], shop.id),
    });
  }
  for (const scope of marketplaceScopes) {
    const caller = {
      kind: "MARKETPLACE_INTEGRATION",
      keyId: "k",
      name: "Helpline",
      scopes: scopesOf([scope]),
      locale,
    } as const;
    clients.push({
      name: `a marketplace's key with ${scope}`,
      caller,
      client: await key([scope], null),
    });
  }
});
afterAll(() => app.close());

/** The least input of its type; nothing that it names exists. */
function least(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return least(type.ofType);
  if (isListType(type)) return [least(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    return Object.fromEntries(
      fields
        .filter((field) => isNonNullType(field.type) || field.name === "dryRun")
        .map((field) => [
          field.name,
          field.name === "idempotencyKey"
            ? freshKey()
            : field.name === "dryRun"
              ? true
              : least(field.type),
        ]),
    );
  }
  const values: Record<string, unknown> = {
    ID: "ord_01h455vb4pex5vsknk084sn02q",
    Int: 1,
    MinorUnits: 1,
    Float: 1,
    Boolean: true,
    DateTime: "2027-01-01T00:00:00Z",
  };
  return values[getNamedType(type).name] ?? "x";
}

/** Any scalar below, so that the answer is a valid one. */
function leastOf(type: GraphQLOutputType, deep = 0): string {
  const named = getNamedType(type);
  if (isUnionType(named) || !isObjectType(named)) return isUnionType(named) ? "{ __typename }" : "";
  if (deep === 0) return "{ __typename }";
  const fields = Object.values(named.getFields()).filter(
    ({ args }) => !args.some(({ type: arg }) => isNonNullType(arg)),
  );
  const scalar = fields.find(({ type: inner }) => !isObjectType(getNamedType(inner)));
  return scalar ? `{ ${scalar.name} }` : "{ __typename }";
}

function operation(
  kind: "mutation" | "query" | "subscription",
  field: GraphQLField<unknown, unknown>,
) {
  const needed = field.args.filter(({ type }) => isNonNullType(type));
  const head = needed.map(({ name, type }) => `$${name}: ${type}`).join(", ");
  const call = needed.map(({ name }) => `${name}: $${name}`).join(", ");
  const query = `${kind} ${head && `(${head})`} { ${field.name}${call && `(${call})`} ${leastOf(field.type)} }`;
  return {
    query,
    variables: () => Object.fromEntries(needed.map(({ name, type }) => [name, least(type)])),
  };
}

describe("every command is given by those whom it declares, and by nobody else", () => {
  // Who signs out is signed in no more.
  test.each(
    mutations.filter(({ name }) => name !== "signOut").map((field) => [field.name, field] as const),
  )("%s", async (name, field) => {
    const access = accessOf(schema, field);
    if (!access) throw new Error(`${name} declares nothing`);
    const { query, variables } = operation("mutation", field);
    const wrong: string[] = [];
    for (const { name: who, caller, client } of clients) {
      const given = variables();
      if (name === "saveView")
        (given.input as { place: string }).place = caller?.kind === "SELLER" ? "QUEUE" : "INBOX";
      const { data, errors } = await client.send(query, given);
      const code = errors[0]?.extensions.code;
      const answer = data?.[name]?.__typename ?? code;
      const refused = ["PersonNotAllowed", "FORBIDDEN", "UNAUTHENTICATED"].includes(String(answer));
      const may = caller ? mayGive(access, caller) : access.roles.includes("ANYONE");
      if (refused === may) wrong.push(`${who}: ${answer}`);
      if (!caller && !may && code !== "UNAUTHENTICATED") wrong.push(`${who}: ${answer}`);
      if (code === "INTERNAL_SERVER_ERROR") wrong.push(`${who}: ${code}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe("every question is read by the scopes that it declares, and by no other", () => {
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {});
  test.each(roots.map((field) => [field.name, field] as const))("Query.%s", async (name, field) => {
    const { query, variables } = operation("query", field);
    const wrong: string[] = [];
    for (const scope of keyScopes) {
      const client = clients.find(({ name: who }) => who === `a shop's key with ${scope}`)?.client;
      const answer = await client?.send(query, variables());
      const refused = answer?.errors.some(({ extensions }) => extensions.code === "FORBIDDEN");
      if (refused === reads(keyReadingOf(schema, field), scope))
        wrong.push(`${name} with ${scope}`);
    }
    expect(wrong).toEqual([]);
  });

  const live = Object.values(schema.getSubscriptionType()?.getFields() ?? {});
  test.each(live.map((field) => [field.name, field] as const))(
    "Subscription.%s",
    async (name, field) => {
      const { query, variables } = operation("subscription", field);
      const closed = keyScopes.filter((scope) => !reads(keyReadingOf(schema, field), scope));
      for (const scope of closed) {
        const client = clients.find(
          ({ name: who }) => who === `a shop's key with ${scope}`,
        )?.client;
        await expect(
          client?.follow(query, variables(), () => true),
          `${name} with ${scope}`,
        ).rejects.toThrow(/needs a key with|no key reads it/);
      }
    },
  );
});
