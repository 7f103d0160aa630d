import { assert } from "@makegood/domain/assert";
import { refusalSentence } from "@makegood/domain/refusal/refusal-words";
import {
  defaultFieldResolver,
  GraphQLError,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  isUnionType,
} from "graphql";
import { type Access, accessOf, allowedParties, keyReadingOf, mayGive } from "./access.js";
import { knownCaller } from "./callers.js";
import type { RequestContext } from "./context.js";
import { localeOf, zoneOf } from "./locale.js";
import { refuseUnlessRead } from "./refuse-unless-read.js";

type Field = GraphQLField<unknown, RequestContext>;

/**
 * Holds everybody to what the schema declares: who gives which command, and what a key reads. It is
 * looked at before a command's own resolver, so that none can forget to.
 */
export function guardSchema(schema: GraphQLSchema): void {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const access = accessOf(schema, field);
    assert(access !== undefined, `${field.name} does not declare by @access who may give it`);
    if (!access.roles.includes("ANYONE")) guardCommand(field, access);
  }
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    const ofType = keyReadingOf(schema, type);
    for (const field of Object.values(type.getFields())) {
      const reading = keyReadingOf(schema, field) ?? ofType;
      if (reading && reading !== "public")
        guardReading(field, `${type.name}.${field.name}`, reading);
    }
  }
}

function guardCommand(field: Field, access: Access): void {
  const { resolve = defaultFieldResolver } = field;
  const result = getNamedType(field.type);
  const refuses =
    isUnionType(result) && result.getTypes().some(({ name }) => name === "PersonNotAllowed");
  field.resolve = (source, args, context, info) => {
    if (mayGive(access, knownCaller(context))) return resolve(source, args, context, info);
    const refusal = { kind: "PersonNotAllowed", needed: allowedParties(access) } as const;
    if (refuses) return { ...refusal, decision: null };
    const message = refusalSentence(refusal, localeOf(context), zoneOf(context));
    throw new GraphQLError(message, { extensions: { code: "FORBIDDEN" } });
  };
}

function guardReading(
  field: Field,
  name: string,
  reading: Parameters<typeof refuseUnlessRead>[1],
): void {
  const { resolve = defaultFieldResolver, subscribe } = field;
  field.resolve = (source, args, context, info) => {
    refuseUnlessRead(context.caller, reading, name);
    return resolve(source, args, context, info);
  };
  if (!subscribe) return;
  field.subscribe = (source, args, context, info) => {
    refuseUnlessRead(context.caller, reading, name);
    return subscribe(source, args, context, info);
  };
}
