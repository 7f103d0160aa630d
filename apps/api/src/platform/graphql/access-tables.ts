import { type GraphQLSchema, isObjectType } from "graphql";
import { type KeyScope, keyScopes, scopesOf } from "#platform/identity/caller.js";
import { type AccessRole, accessOf, keyReadingOf, mayGive } from "./access.js";
import type { KnownCaller } from "./callers.js";

const locale = "en";
const person = { personId: "person", sessionId: "session", locale } as const;

/** One caller of each kind of person, as the tables name them. */
export const people = {
  buyer: { kind: "BUYER", ...person },
  "seller's staff": { kind: "SELLER", shops: new Map([["shop", "STAFF"]]), ...person },
  "shop's owner": { kind: "SELLER", shops: new Map([["shop", "OWNER"]]), ...person },
  agent: { kind: "AGENT", role: "AGENT", ...person },
  lead: { kind: "AGENT", role: "LEAD", ...person },
  administrator: { kind: "AGENT", role: "ADMIN", ...person },
} as const satisfies Record<string, KnownCaller>;

const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(head), row(head.map(() => "---")), ...rows.map(row)].join("\n");
const code = (scopes: readonly string[]) => scopes.map((scope) => `\`${scope}\``).join(", ");

/** docs/who-may-do-what.md: every command, and who may give it as whom. */
export function commandsDocument(schema: GraphQLSchema): string {
  const fields = Object.values(schema.getMutationType()?.getFields() ?? {});
  const rows = fields.map((field) => {
    const access = accessOf(schema, field);
    if (!access) return [`\`${field.name}\``, "undeclared"];
    const anyone = access.roles.includes("ANYONE" satisfies AccessRole);
    return [
      `\`${field.name}\``,
      ...Object.values(people).map((caller) => (mayGive(access, caller) ? "●" : "")),
      anyone ? "●" : code(access.shopKey),
      anyone ? "●" : code(access.marketplaceKey),
      anyone ? "●" : "",
    ];
  });
  return `# Who may do what

Made from what each command declares by \`@access\` in its module's \`.graphql\`, which is what is enforced (\`guard-schema.ts\`). Do not edit: \`pnpm --filter @makegood/api access\` writes it.

Everybody acts in their own name, on what they see: buyers on their orders, members and keys of a shop on the shop's, support on all. A shop's key acts as the shop and never as its buyer. A key of the marketplace acts for the buyer: the timeline names it, and the buyer is told. Within a command, amounts above a limit, four eyes and the state decide further.

${table(["command", ...Object.keys(people), "a shop's key with", "a key of the marketplace with", "nobody signed in"], rows)}
`;
}

/** docs/scopes.md: what a key of each scope alone may read. */
export function scopesDocument(schema: GraphQLSchema): string {
  const cells = (declared: Parameters<typeof keyReadingOf>[1]): string[] => {
    const reading = keyReadingOf(schema, declared);
    return keyScopes.map((scope) => (reads(reading, scope) ? "●" : ""));
  };
  const roots = [schema.getQueryType(), schema.getSubscriptionType()].flatMap((type) =>
    Object.values(type?.getFields() ?? {}).map((field) => [
      `\`${type?.name}.${field.name}\``,
      ...cells(field),
    ]),
  );
  const types = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) => [
      ...(keyReadingOf(schema, type) ? [[`\`${type.name}\``, ...cells(type)]] : []),
      ...(isRoot(schema, type.name) ? [] : Object.values(type.getFields()))
        .filter((field) => keyReadingOf(schema, field))
        .map((field) => [`\`${type.name}.${field.name}\``, ...cells(field)]),
    ])
    .sort(([one = ""], [other = ""]) => one.localeCompare(other, "en"));
  const head = ["", ...keyScopes.map((scope) => `\`${scope}\``)];
  return `# What a key may read

Made from what fields and types declare by \`@scope\`, \`@peopleOnly\` and \`@public\` in the \`.graphql\` of their modules, which is what is enforced (\`guard-schema.ts\`). Do not edit: \`pnpm --filter @makegood/api access\` writes it. What each scope lets a key do is in [who-may-do-what.md](who-may-do-what.md).

A scope that writes implies \`ORDERS_READ\`. A key without the scope gets the error \`FORBIDDEN\`, which names it. A key of a shop reads the shop's alone. A key of the marketplace reads all orders; it can't have \`FINANCES_READ\`, \`POLICIES_READ\`, \`FULFILMENT_WRITE\` or \`REFUNDS_WRITE\`.

## Where a question begins

${table(head, roots)}

## Types and fields that need more than what leads to them

${table(head, types)}
`;
}

/** Whether a key with this scope alone may read what is declared so. */
export function reads(reading: ReturnType<typeof keyReadingOf>, scope: KeyScope): boolean {
  if (reading === undefined || reading === "peopleOnly") return false;
  if (reading === "public") return true;
  const opened = scopesOf([scope]);
  return reading.anyOf.some((needed) => opened.has(needed));
}

const isRoot = (schema: GraphQLSchema, name: string) =>
  [schema.getQueryType(), schema.getSubscriptionType(), schema.getMutationType()].some(
    (type) => type?.name === name,
  );
