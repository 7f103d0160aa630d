import { kindOfId } from "@makegood/domain/ids/ids";
import { GraphQLError } from "graphql";
import type { ObjectLiteral, SelectQueryBuilder } from "typeorm";
import { limits } from "./limits.js";

export interface Connection<N> {
  edges: { node: N; cursor: string }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
}

export interface PageArguments {
  first?: number | null;
  after?: string | null;
}

export interface Keyset<E> {
  /** The row's instant to sort by; id breaks ties. */
  column: keyof E & string;
  direction: "ASC" | "DESC";
}

interface Position {
  at: Date;
  id: string;
}

const badInput = (message: string) =>
  new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT" } });

/** How many items a page may have: between 1 and the limit, told plainly otherwise. */
export function pageSize(first: number | null | undefined): number {
  const size = first ?? 20;
  if (size < 1 || size > limits.pageSize) {
    throw badInput(`first must be between 1 and ${limits.pageSize}.`);
  }
  return size;
}

/** A page by keyset: as quick on page 1,000 as on page 1, and stable while rows come in. */
export async function keysetPage<E extends ObjectLiteral & { id: string }>(
  query: SelectQueryBuilder<E>,
  { column, direction }: Keyset<E>,
  { first, after }: PageArguments,
): Promise<Connection<E>> {
  const size = pageSize(first);
  const { alias } = query;
  if (after) {
    const { at, id } = readCursor(after);
    const operator = direction === "ASC" ? ">" : "<";
    query.andWhere(
      `(date_trunc('milliseconds', ${alias}.${column}), ${alias}.id) ${operator} (:at, :id)`,
      { at, id },
    );
    // The index serves this one; the row comparison above settles ties within the millisecond.
    query.andWhere(`${alias}.${column} ${operator}= :edge`, {
      edge: direction === "ASC" ? at : new Date(at.getTime() + 1),
    });
  }
  const rows = await query
    .orderBy(`${alias}.${column}`, direction)
    .addOrderBy(`${alias}.id`, direction)
    .limit(size + 1)
    .getMany();
  const edges = rows.slice(0, size).map((node) => ({ node, cursor: cursorOf(node, column) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > size,
      hasPreviousPage: Boolean(after),
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function cursorOf<E extends { id: string }>(row: E, column: keyof E): string {
  return Buffer.from(JSON.stringify([row[column], row.id])).toString("base64url");
}

/** An instant as `cursorOf` writes it: with four digits of year, which PostgreSQL keeps. */
const ourInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

function readCursor(cursor: string): Position {
  const [at, id] = parsed(cursor);
  const instant = new Date(typeof at === "string" && ourInstant.test(at) ? at : Number.NaN);
  if (Number.isNaN(instant.getTime()) || typeof id !== "string" || kindOfId(id) === null) {
    throw notOurCursor();
  }
  return { at: instant, id };
}

function parsed(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

/** What is said of a cursor that we never gave. */
export const notOurCursor = (): GraphQLError =>
  badInput("This cursor is not one of ours: start without it.");
