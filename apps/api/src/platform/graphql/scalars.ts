import { GraphQLError, GraphQLScalarType, Kind } from "graphql";
import { GraphQLDateTimeISO } from "graphql-scalars";

const bad = (message: string) =>
  new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT" } });

/** Years with four digits in UTC: what ISO 8601 writes without agreement, and PostgreSQL keeps. */
const earliest = Date.parse("0001-01-01T00:00:00.000Z");
const latest = Date.parse("9999-12-31T23:59:59.999Z");

/** RFC 3339, the profile of ISO 8601 for instants: a day that exists, a time, and always a zone. */
function toDate(value: unknown): Date {
  const problem = bad("An instant is ISO 8601 with a zone, as 2026-11-24T09:30:00Z.");
  if (typeof value !== "string") throw problem;
  let date: Date;
  try {
    date = GraphQLDateTimeISO.parseValue(value);
  } catch {
    throw problem;
  }
  if (date.getTime() < earliest || date.getTime() > latest) throw problem;
  return date;
}

function toMinorUnits(value: unknown): number {
  if (typeof value !== "number" || !Number.isSafeInteger(value)) {
    throw bad("Minor units are a whole number up to 2^53 - 1.");
  }
  return value;
}

export const dateTimeScalar = new GraphQLScalarType<Date, string>({
  name: "DateTime",
  serialize: (value) => (value as Date).toISOString(),
  parseValue: toDate,
  parseLiteral: (node) => toDate(node.kind === Kind.STRING ? node.value : null),
});

export const minorUnitsScalar = new GraphQLScalarType<number, number>({
  name: "MinorUnits",
  serialize: toMinorUnits,
  parseValue: toMinorUnits,
  parseLiteral: (node) => toMinorUnits(node.kind === Kind.INT ? Number(node.value) : null),
});

export const urlScalar = new GraphQLScalarType<string, string>({
  name: "URL",
  serialize: (value) => String(value),
});
