import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { buildSchema, type GraphQLSchema } from "graphql";

/** The contract as committed, with what its fields declare. */
export function contractSchema(): GraphQLSchema {
  const file = createRequire(import.meta.url).resolve("@makegood/graphql/schema.graphql");
  return buildSchema(readFileSync(file, "utf8"));
}
