import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { mergeResolvers } from "@graphql-tools/merge";
import { makeExecutableSchema } from "@graphql-tools/schema";
import { kindOfId } from "@makegood/domain/ids/ids";
import { type GraphQLSchema, isInterfaceType, isUnionType } from "graphql";
import { guardSchema } from "./guard-schema.js";
import { dateTimeScalar, minorUnitsScalar, urlScalar } from "./scalars.js";

const nodeTypes: Record<string, string> = {
  person: "Person",
  shop: "Shop",
  integrationKey: "IntegrationKey",
  purchase: "Purchase",
  order: "Order",
  line: "OrderLine",
  payment: "Payment",
  policyVersion: "PolicyVersion",
  cancellation: "Cancellation",
  refund: "Refund",
  return: "Return",
  dispute: "Dispute",
  chargeback: "Chargeback",
  shipment: "Shipment",
  case: "Case",
  message: "CaseMessage",
  feedback: "Feedback",
  payout: "Payout",
  servicePromise: "ServicePromise",
  drift: "DriftItem",
};

/** The schema as committed, with the modules' resolvers. */
export function executableSchema(resolvers: object[]): GraphQLSchema {
  const file = createRequire(import.meta.url).resolve("@makegood/graphql/schema.graphql");
  const schema = makeExecutableSchema({
    typeDefs: readFileSync(file, "utf8"),
    resolvers: mergeResolvers([
      ...resolvers,
      { DateTime: dateTimeScalar, MinorUnits: minorUnitsScalar, URL: urlScalar },
    ] as never),
  });
  for (const type of Object.values(schema.getTypeMap())) {
    if (isUnionType(type)) type.resolveType = typeOf;
    if (isInterfaceType(type)) type.resolveType = type.name === "Node" ? typeOfNode : typeOf;
  }
  guardSchema(schema);
  return schema;
}

/** A success names its type; a refusal's kind is the name of its type. */
const typeOf = (value: { __typename?: string; kind?: string }) => value.__typename ?? value.kind;

/** An id says by its prefix what it names. */
const typeOfNode = ({ id }: { id: string }) => nodeTypes[kindOfId(id) ?? ""];
