import { assert } from "@makegood/domain/assert";
import type { ColumnOptions } from "typeorm";

/** Bigint columns hold minor units: pg hands them over as text, and we refuse what a number can't hold. */
const safeInteger = {
  to: (value: number | null | undefined) => value,
  from: (value: string | null): number | null => {
    if (value === null) return null;
    const parsed = Number(value);
    assert(Number.isSafeInteger(parsed), "a bigint column holds more than 2^53");
    return parsed;
  },
};

export const textColumn = { type: "text" } as const satisfies ColumnOptions;
export const nullableText = { type: "text", nullable: true } as const satisfies ColumnOptions;
export const instant = { type: "timestamptz" } as const satisfies ColumnOptions;
export const nullableInstant = {
  type: "timestamptz",
  nullable: true,
} as const satisfies ColumnOptions;
export const integer = { type: "integer" } as const satisfies ColumnOptions;
export const nullableInteger = {
  type: "integer",
  nullable: true,
} as const satisfies ColumnOptions;
export const count = { type: "integer", default: 0 } as const satisfies ColumnOptions;
export const flag = { type: "boolean", default: false } as const satisfies ColumnOptions;
export const json = { type: "jsonb" } as const satisfies ColumnOptions;
export const nullableJson = { type: "jsonb", nullable: true } as const satisfies ColumnOptions;
/** An amount in minor units of the row's currency. */
export const minor = { type: "bigint", transformer: safeInteger } satisfies ColumnOptions;
export const minorFromZero = {
  type: "bigint",
  default: 0,
  transformer: safeInteger,
} satisfies ColumnOptions;
export const nullableMinor = {
  type: "bigint",
  nullable: true,
  transformer: safeInteger,
} satisfies ColumnOptions;
export const bytes = { type: "bytea" } as const satisfies ColumnOptions;
