import type { AllowedParty } from "@makegood/domain/refusal/allowed-words";
import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getDirectiveValues,
} from "graphql";
import type { KnownCaller } from "#platform/graphql/callers.js";
import type { KeyScope } from "#platform/identity/caller.js";

/** Roles by name; each may what those it stands above may. */
const above = {
  ANYONE: [],
  BUYER: [],
  SELLER: ["OWNER"],
  OWNER: [],
  AGENT: ["LEAD", "ADMIN"],
  LEAD: ["ADMIN"],
  ADMIN: [],
} as const satisfies Record<string, readonly string[]>;

export type AccessRole = keyof typeof above;

/** Who may give a command, as its field in the schema declares by @access. */
export interface Access {
  roles: readonly AccessRole[];
  shopKey: readonly KeyScope[];
  marketplaceKey: readonly KeyScope[];
}

/** What a key may read, as the schema declares: one of these scopes, nothing, or whatever it likes. */
export type KeyReading = { anyOf: readonly KeyScope[] } | "peopleOnly" | "public";

type Declared = GraphQLField<unknown, unknown> | GraphQLObjectType;

const directive = <T>(schema: GraphQLSchema, name: string, declared: Declared): T | undefined => {
  const definition = schema.getDirective(name);
  const node = declared.astNode;
  return definition && node ? (getDirectiveValues(definition, node) as T | undefined) : undefined;
};

/** Who may give the command; undefined where its field declares nothing. */
export const accessOf = (
  schema: GraphQLSchema,
  field: GraphQLField<unknown, unknown>,
): Access | undefined => directive<Access>(schema, "access", field);

/** What keys need to read a field or type; undefined where it declares nothing. */
export function keyReadingOf(
  schema: GraphQLSchema,
  declared: GraphQLField<unknown, unknown> | GraphQLObjectType,
): KeyReading | undefined {
  const scope = directive<{ anyOf: KeyScope[] }>(schema, "scope", declared);
  if (scope) return scope;
  if (directive(schema, "peopleOnly", declared)) return "peopleOnly";
  return directive(schema, "public", declared) ? "public" : undefined;
}

/** The roles a person stands in: somebody who owns any shop is an owner; of which, the command looks. */
function rolesOf(caller: KnownCaller): AccessRole[] {
  switch (caller.kind) {
    case "BUYER":
      return ["BUYER"];
    case "SELLER":
      return [...new Set(caller.shops.values())].map((role) =>
        role === "OWNER" ? "OWNER" : "SELLER",
      );
    case "AGENT":
      return [caller.role];
    case "INTEGRATION":
    case "MARKETPLACE_INTEGRATION":
      return [];
  }
}

/** Whether the caller may give a command at all; whose orders they reach is decided by visibleTo. */
export function mayGive(access: Access, caller: KnownCaller): boolean {
  if (access.roles.includes("ANYONE")) return true;
  if (caller.kind === "INTEGRATION")
    return access.shopKey.some((scope) => caller.scopes.has(scope));
  if (caller.kind === "MARKETPLACE_INTEGRATION") {
    return access.marketplaceKey.some((scope) => caller.scopes.has(scope));
  }
  const own = rolesOf(caller);
  return access.roles.some((role) =>
    own.some((mine) => mine === role || (above[role] as readonly string[]).includes(mine)),
  );
}

/** The same in parts, for the sentence that tells somebody else. */
export function allowedParties({ roles, shopKey, marketplaceKey }: Access): AllowedParty[] {
  return [
    ...roles.map((role) => ({ role })),
    ...(shopKey.length > 0 ? [{ key: "SHOP" as const, scopes: shopKey }] : []),
    ...(marketplaceKey.length > 0 ? [{ key: "MARKETPLACE" as const, scopes: marketplaceKey }] : []),
  ];
}
