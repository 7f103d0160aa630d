import { GraphQLError, GraphQLScalarType, Kind } from "graphql";

const bad = (message: string) =>
  new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT" } });

function toDate(value: unknown): Date {
  const date = typeof value === "string" ? new Date(value) : new Date(Number.NaN);
  if (Number.isNaN(date.getTime())) throw bad("An instant is ISO 8601 with a zone.");
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
