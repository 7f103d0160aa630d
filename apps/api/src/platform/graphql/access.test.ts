import { getNamedType, isUnionType } from "graphql";
import { expect, test } from "vitest";
import { contractSchema } from "../../testing/contract-schema.js";
import { accessOf, keyReadingOf } from "./access.js";
import { commandsDocument, scopesDocument } from "./access-tables.js";

const schema = contractSchema();
const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
const docs = "../../../../../docs";

test("every command declares who may give it", () => {
  const missing = mutations
    .filter((field) => !accessOf(schema, field))
    .map(
      ({ name }) =>
        `Mutation.${name} doesn't say who may give it: add @access(roles: [...]) to it in its module's .graphql.`,
    );
  expect(missing).toEqual([]);
});

test("every command that not everybody may give can say so", () => {
  const speechless = mutations
    .filter((field) => {
      const result = getNamedType(field.type);
      const says =
        isUnionType(result) && result.getTypes().some(({ name }) => name === "PersonNotAllowed");
      return !says && isUnionType(result) && !accessOf(schema, field)?.roles.includes("ANYONE");
    })
    .map(({ name }) => `The result of Mutation.${name} lacks PersonNotAllowed.`);
  expect(speechless).toEqual([]);
});

test("every question and subscription declares what a key needs to read it", () => {
  const missing = [schema.getQueryType(), schema.getSubscriptionType()].flatMap((type) =>
    Object.values(type?.getFields() ?? {})
      .filter((field) => keyReadingOf(schema, field) === undefined)
      .map(
        ({ name }) =>
          `${type?.name}.${name} doesn't say what a key needs: add @scope(anyOf: [...]), @peopleOnly or @public to it in its module's .graphql.`,
      ),
  );
  expect(missing).toEqual([]);
});

test("docs/who-may-do-what.md and docs/scopes.md say what the schema declares", async () => {
  await expect(commandsDocument(schema)).toMatchFileSnapshot(`${docs}/who-may-do-what.md`);
  await expect(scopesDocument(schema)).toMatchFileSnapshot(`${docs}/scopes.md`);
});

test("no key of a shop speaks for its buyer", () => {
  const buyersOwn = mutations.filter((field) => {
    const access = accessOf(schema, field);
    return access?.roles.includes("BUYER") && !access.roles.includes("ANYONE");
  });
  expect(buyersOwn.length).toBeGreaterThan(20);
  const spokenFor = buyersOwn.filter((field) => accessOf(schema, field)?.shopKey.length);
  expect(spokenFor.map(({ name }) => name)).toEqual([]);
});
