import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from "graphql";

/** A draw between 0 and 1: the same seed, the same draws. */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const encoded = (text: string) => Buffer.from(text).toString("base64url");

/** Texts that were never meant, among them every kind of cursor that we give, bent. */
const oddTexts = [
  "",
  " ",
  "x",
  "\n\t\r",
  "0",
  "-1",
  "0.0",
  "9999999999999999999.9999999999999999999",
  "9223372036854775807.9223372036854775807",
  "'; DROP TABLE orders; --",
  "%_\\",
  "\ud800",
  "\udfff x",
  "\u202eevil\u200b",
  "💥".repeat(300),
  "n".repeat(100_000),
  "2027-02-30",
  "infinity",
  "__proto__",
  "constructor",
  "EUR",
  "BR",
  "XX",
  encoded("null"),
  encoded("[]"),
  encoded("{}"),
  encoded('["2027-02-30","x"]'),
  encoded('["-271821-04-20T00:00:00.000Z","ord_1"]'),
  encoded('["+275760-09-13T00:00:00.000Z","ord_1"]'),
  encoded('["0000-01-01T00:00:00.000Z",""]'),
  encoded('["2026-01-01T00:00:00.000Z","\\u0000"]'),
  encoded('[null,null,{"a":1}]'),
  encoded('[1e300,"x"]'),
  encoded("infinity x"),
  encoded("99999-99-99T99:99:99.999999Z ord_1"),
  encoded("T "),
  encoded("\0 \0"),
  "=====",
];
const oddInts = [0, 1, -1, 2, 100, 101, 2 ** 31 - 1, -(2 ** 31), 1_000_000];
const oddAmounts = [0, 1, -1, 100, 2 ** 53 - 1, -(2 ** 53 - 1), 2 ** 31, 10 ** 12];
const oddInstants = [
  "0001-01-01T00:00:00Z",
  "9999-12-31T23:59:59.999Z",
  "1970-01-01T00:00:00Z",
  "2026-11-30T12:00:00-03:00",
  "2400-02-29T00:00:00+14:00",
];

/** Draws operations over a schema: each field with arguments that fit its types, and nothing else. */
export class OddOperations {
  constructor(
    private readonly draw: () => number,
    /** Ids that name something. */
    private readonly ids: readonly string[],
  ) {}

  /** The operation as a document, and its variables. */
  of(kind: "query" | "mutation", field: GraphQLField<unknown, unknown>, depth: number) {
    const variables: Record<string, unknown> = {};
    const declared: string[] = [];
    const call = (each: GraphQLField<unknown, unknown>) => {
      const given = each.args.flatMap((argument) => {
        if (!isNonNullType(argument.type) && this.draw() < 0.3) return [];
        const name = `v${declared.length}`;
        declared.push(`$${name}: ${argument.type}`);
        variables[name] = this.value(argument.type, 0);
        return [`${argument.name}: $${name}`];
      });
      return `${each.name}${given.length > 0 ? `(${given.join(", ")})` : ""}`;
    };
    const selection = (type: GraphQLOutputType, left: number): string => {
      const named = getNamedType(type);
      if (isUnionType(named) || isInterfaceType(named)) return this.selectionOfAbstract(named.name);
      if (!isObjectType(named)) return "";
      const fields = Object.values(named.getFields()).flatMap((each) => {
        const deep = isObjectType(getNamedType(each.type));
        const abstract =
          isUnionType(getNamedType(each.type)) || isInterfaceType(getNamedType(each.type));
        if ((deep || abstract) && (left === 0 || this.draw() < 0.6)) return [];
        return [`${call(each)}${selection(each.type, left - 1)}`];
      });
      return ` { __typename ${fields.join(" ")} }`;
    };
    const body = `${call(field)}${selection(field.type, depth)}`;
    const head = declared.length > 0 ? `(${declared.join(", ")})` : "";
    return { query: `${kind} ${head} { ${body} }`, variables };
  }

  private selectionOfAbstract(name: string): string {
    if (name === "Node") return " { __typename id }";
    return " { __typename ... on Refusal { message nextSteps { kind sentence at } decision { id } } }";
  }

  private value(type: GraphQLInputType, depth: number): unknown {
    if (isNonNullType(type)) return this.value(type.ofType, depth);
    if (isListType(type)) {
      const length = this.pick([0, 1, 1, 2, 9]);
      const items = Array.from({ length }, () => this.value(type.ofType, depth + 1));
      return this.draw() < 0.2 && items.length > 0 ? [...items, items[0]] : items;
    }
    if (isEnumType(type)) return this.pick(type.getValues()).name;
    if (isInputObjectType(type)) {
      return Object.fromEntries(
        Object.values(type.getFields()).flatMap((field) => {
          if (!isNonNullType(field.type) && this.draw() < 0.4) return [];
          const nothing = !isNonNullType(field.type) && this.draw() < 0.1;
          return [[field.name, nothing ? null : this.value(field.type, depth + 1)]];
        }),
      );
    }
    switch (type.name) {
      case "ID":
        return this.draw() < 0.7 ? this.pick(this.ids) : this.pick(oddTexts);
      case "Int":
        return this.pick(oddInts);
      case "Float":
        return this.pick([0, -1.5, 1e300]);
      case "Boolean":
        return this.draw() < 0.5;
      case "MinorUnits":
        return this.pick(oddAmounts);
      case "DateTime":
        return this.pick(oddInstants);
      default:
        return this.draw() < 0.2 ? this.pick(this.ids) : this.pick(oddTexts);
    }
  }

  private pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.draw() * from.length)] as T;
  }
}

export const fieldsOf = (type: GraphQLObjectType | null | undefined) =>
  Object.values(type?.getFields() ?? {});
