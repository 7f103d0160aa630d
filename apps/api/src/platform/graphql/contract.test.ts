import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import {
  buildSchema,
  type GraphQLNamedType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from "graphql";
import { expect, test } from "vitest";

test("every type, field and argument of the contract is described", () => {
  const file = createRequire(import.meta.url).resolve("@makegood/graphql/schema.graphql");
  const builtIn = /^(__|String$|Int$|Float$|Boolean$|ID$)/;
  const types = Object.values(buildSchema(readFileSync(file, "utf8")).getTypeMap());
  const missing = types
    .filter(({ name }) => !builtIn.test(name))
    .flatMap((type) => [type, ...itemsOf(type)])
    // A command's one argument is what its type says it is.
    .filter(({ name, description }) => !description && !name.endsWith("(input)"))
    .map(({ name }) => name);
  expect(missing).toEqual([]);
});

function itemsOf(
  type: GraphQLNamedType,
): { name: string; description?: string | null | undefined }[] {
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).map(({ name, description }) => ({
      name: `${type.name}.${name}`,
      description,
    }));
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => [
    { name: `${type.name}.${field.name}`, description: field.description },
    ...field.args.map(({ name, description }) => ({
      name: `${type.name}.${field.name}(${name})`,
      description,
    })),
  ]);
}
