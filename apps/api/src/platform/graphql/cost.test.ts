import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import {
  buildSchema,
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  type TypeNode,
} from "graphql";
import { expect, test } from "vitest";
import { costOf } from "./cost.js";
import { limits } from "./limits.js";

const file = createRequire(import.meta.url).resolve("@makegood/graphql/schema.graphql");
const text = readFileSync(file, "utf8");
const schema = buildSchema(text);
/** In which nothing has to be given: what arguments are does not change what fields cost. */
const loose = buildSchema(text.replaceAll("!", ""));
const root = new URL("../../../../../", import.meta.url);

/** The operations of an app, each with the fragments that it may spread. */
function operationsOf(app: string): { name: string; document: DocumentNode }[] {
  const definitions = [`apps/${app}/src/`, "packages/graphql/src/"].flatMap((folder) =>
    readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" })
      .filter((each) => each.endsWith(".graphql"))
      .flatMap((each) => parse(readFileSync(new URL(folder + each, root), "utf8")).definitions),
  );
  const isFragment = (each: DefinitionNode): each is FragmentDefinitionNode =>
    each.kind === Kind.FRAGMENT_DEFINITION;
  const fragments = [
    ...new Map(definitions.filter(isFragment).map((f) => [f.name.value, f])).values(),
  ];
  return (
    definitions
      .filter((each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION)
      // What a variable may be is not what this is about: without one its defaults count.
      .map((operation) => ({
        ...operation,
        variableDefinitions: operation.variableDefinitions?.map((each) => ({
          ...each,
          type: nullable(each.type),
        })),
      }))
      .map((operation) => ({
        name: `${app} ${operation.name?.value}`,
        document: {
          kind: Kind.DOCUMENT,
          definitions: [operation as OperationDefinitionNode, ...fragments],
        },
      }))
  );
}
const nullable = (type: TypeNode): TypeNode =>
  type.kind === Kind.NON_NULL_TYPE ? type.type : type;

test("the longest page of ours asks for less than one operation may cost", () => {
  const all = ["buyer", "seller", "support"].flatMap(operationsOf);
  expect(all.length).toBeGreaterThan(100);
  const dear = all
    .map(
      ({ name, document }) =>
        [name, costOf(loose, document, null, { first: limits.pageSize })] as const,
    )
    .filter(([, cost]) => cost > limits.cost * 0.75);
  expect(dear).toEqual([]);
});

test("eligibilities of many orders many times cost more than one operation may", () => {
  const part =
    "orders(first: 100) { edges { node { id cancellationEligibility { outcome } returnEligibility { outcome } } } }";
  const query = `{ ${Array.from({ length: 14 }, (_, index) => `a${index}: ${part}`).join(" ")} }`;
  expect(costOf(schema, parse(query), null, {})).toBeGreaterThan(limits.cost);
  expect(costOf(schema, parse(`{ ${part} }`), null, {})).toBeLessThan(limits.cost);
});
