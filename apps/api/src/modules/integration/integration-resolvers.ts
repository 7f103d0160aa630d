import type { Refusal } from "@makegood/domain/refusal/refusal";
import { IsNull } from "typeorm";
import type { Resolvers } from "#generated/resolvers.generated.js";
import { proposal } from "#modules/change/exports/ask-second-person.js";
import { ProposedChangeEntity } from "#modules/change/exports/proposed-change.entity.js";
import { shopById } from "#modules/shop/exports/shop-loaders.js";
import { writeAudit } from "#platform/commands/audit.js";
import { checkText } from "#platform/commands/check-input.js";
import { knownCaller } from "#platform/graphql/callers.js";
import type { RequestContext } from "#platform/graphql/context.js";
import { actorOf } from "#platform/identity/actor.js";
import { keySummary, marketplaceScopes } from "./approve-key.js";
import { createKey } from "./create-key.js";
import { IntegrationKeyEntity } from "./exports/integration-key.entity.js";
import { keysByShop } from "./exports/integration-loaders.js";

const refused = (refusal: Refusal) => ({ ...refusal, decision: null }) as never;

/** Keys are for the shop's owners to make and to end; of other shops' nobody learns anything. */
function refuseUnlessOwner(context: RequestContext, shopId: string): Refusal | null {
  const caller = knownCaller(context);
  const role = caller.kind === "SELLER" ? caller.shops.get(shopId) : undefined;
  if (role === undefined) return { kind: "NotFound", what: "shop" };
  return role === "OWNER" ? null : { kind: "PersonNotAllowed", needed: "OWNER" };
}

/** A key of the marketplace is its administrators' to end. */
function refuseUnlessTheirs(context: RequestContext, key: IntegrationKeyEntity): Refusal | null {
  if (key.shopId !== null) return refuseUnlessOwner(context, key.shopId);
  const { caller } = context;
  const may = caller.kind === "AGENT" && caller.role === "ADMIN";
  return may ? null : { kind: "NotFound", what: "key" };
}

export const integrationResolvers: Resolvers = {
  Shop: {
    integrationKeys: ({ id }, _, context) =>
      context.caller.kind === "SELLER" && context.caller.shops.has(id)
        ? context.loader(keysByShop).load(id)
        : [],
  },
  Query: {
    marketplaceKeys: (_, __, { caller, platform }) =>
      caller.kind === "AGENT" && caller.role !== "AGENT"
        ? platform.database
            .getRepository(IntegrationKeyEntity)
            .find({ where: { shopId: IsNull() }, order: { id: "DESC" } })
        : [],
  },
  IntegrationKey: {
    waitsForApproval: ({ shopId, approvedById }) => shopId === null && approvedById === null,
    shop: ({ shopId }, _, context) =>
      shopId === null ? null : context.loader(shopById).load(shopId),
  },
  Mutation: {
    createIntegrationKey: async (_, { input }, context) => {
      const name = checkText("name", input.name, { oneLine: true, most: 80, needed: true });
      const refusal = refuseUnlessOwner(context, input.shopId);
      if (refusal) return refused(refusal);
      if (!name.ok) return refused(name.refusal);
      if (input.scopes.length === 0) {
        return refused({ kind: "InvalidInput", field: "scopes", problem: "EMPTY" });
      }
      const now = context.platform.clock.now();
      const expiresAt = input.expiresAt ?? null;
      if (expiresAt && expiresAt <= now) {
        return refused({ kind: "InvalidInput", field: "expiresAt", problem: "OUT_OF_RANGE" });
      }
      const actor = actorOf(context.caller);
      const wanted = { ...input, name: name.value ?? "", expiresAt };
      const { key, secret } = await context.platform.database.transaction((manager) =>
        createKey(manager, actor, now, wanted),
      );
      context.forgetLoaders();
      return { __typename: "CreateIntegrationKeySuccess", key, secret };
    },
    createMarketplaceKey: async (_, { input }, context) => {
      const name = checkText("name", input.name, { most: 80, needed: true });
      if (!name.ok) return refused(name.refusal);
      const foreign = input.scopes.some((scope) => !marketplaceScopes.includes(scope));
      if (input.scopes.length === 0 || foreign) {
        const problem = foreign ? "UNKNOWN_VALUE" : "EMPTY";
        return refused({ kind: "InvalidInput", field: "scopes", problem });
      }
      const now = context.platform.clock.now();
      const expiresAt = input.expiresAt ?? null;
      if (expiresAt && expiresAt <= now) {
        return refused({ kind: "InvalidInput", field: "expiresAt", problem: "OUT_OF_RANGE" });
      }
      const actor = actorOf(context.caller);
      const { scopes } = input;
      const wanted = { shopId: null, name: name.value ?? "", scopes, expiresAt };
      const made = await context.platform.database.transaction(async (manager) => {
        const created = await createKey(manager, actor, now, wanted);
        const change = proposal(
          { actor, now },
          {
            command: "createMarketplaceKey",
            input: { keyId: created.key.id },
            summary: keySummary(wanted.name, scopes),
          },
        );
        await manager.insert(ProposedChangeEntity, change as never);
        return created;
      });
      context.forgetLoaders();
      return { __typename: "CreateIntegrationKeySuccess", ...made };
    },
    revokeIntegrationKey: async (_, { keyId }, context) => {
      const { manager } = context.platform.database;
      const key = await manager.findOneBy(IntegrationKeyEntity, { id: keyId });
      const refusal = key
        ? refuseUnlessTheirs(context, key)
        : ({ kind: "NotFound", what: "key" } as const);
      if (refusal || !key) {
        const what =
          refusal?.kind === "NotFound" ? ({ kind: "NotFound", what: "key" } as const) : refusal;
        return refused(what ?? { kind: "NotFound", what: "key" });
      }
      const now = context.platform.clock.now();
      const wasRevoked = key.revokedAt !== null;
      key.revokedAt ??= now;
      await context.platform.database.transaction(async (unit) => {
        await unit.update(IntegrationKeyEntity, { id: keyId }, { revokedAt: key.revokedAt });
        const revoked = { name: "revokeIntegrationKey", idempotencyKey: null, input: { keyId } };
        if (!wasRevoked) {
          await writeAudit(unit, { ...revoked, actor: actorOf(context.caller) }, "done", now);
        }
      });
      await context.platform.wakeUps.announce([keyId]);
      context.forgetLoaders();
      return { __typename: "RevokeIntegrationKeySuccess", key };
    },
  },
};
