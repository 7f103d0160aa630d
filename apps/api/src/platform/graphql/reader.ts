import type { Reader } from "@makegood/domain/text/reader";
import type { RequestContext } from "#platform/graphql/context.js";

/** Buyers and sellers are spoken to; agents and programs read of everybody by name of their part. */
export const readerOf = ({ caller }: RequestContext): Reader =>
  caller.kind === "BUYER" || caller.kind === "SELLER" ? caller.kind : null;
