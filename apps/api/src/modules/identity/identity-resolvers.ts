import { GraphQLError } from "graphql";
import type { EntityManager } from "typeorm";
import type {
  PersonResolvers,
  Resolvers,
  ViewerResolvers,
} from "#generated/resolvers.generated.js";
import { integrationKeyById } from "#modules/integration/exports/integration-loaders.js";
import { OrderEntity } from "#modules/order/exports/order.entity.js";
import { visibleTo } from "#modules/order/exports/visible-orders.js";
import { membershipsByPerson } from "#modules/shop/exports/shop-loaders.js";
import { writeAudit } from "#platform/commands/audit.js";
import { checkText } from "#platform/commands/check-input.js";
import type { RequestContext } from "#platform/graphql/context.js";
import { localeOf } from "#platform/graphql/locale.js";
import { actorOf } from "#platform/identity/actor.js";
import type { AppName } from "#platform/identity/caller.js";
import { authenticate } from "./authenticate.js";
import { personById } from "./exports/identity-loaders.js";
import { PersonEntity } from "./exports/person.entity.js";
import { deviceName, endSession, ownSessions } from "./sessions.js";
import { signIn, signOut } from "./sign-in.js";

function appOf({ app }: RequestContext): AppName {
  if (app) return app;
  throw new GraphQLError("Say which app this is by the header x-makegood-app.", {
    extensions: { code: "BAD_REQUEST" },
  });
}

const personOf = ({ caller }: RequestContext) => ("personId" in caller ? caller.personId : null);

const Viewer: ViewerResolvers = {
  person: (caller, _, context) =>
    "personId" in caller ? context.loader(personById).load(caller.personId) : null,
  memberships: (caller, _, context) =>
    caller.kind === "SELLER" ? context.loader(membershipsByPerson).load(caller.personId) : [],
  agentRole: (caller) => (caller.kind === "AGENT" ? caller.role : null),
  integration: (caller, _, context) =>
    "keyId" in caller ? context.loader(integrationKeyById).load(caller.keyId) : null,
  sessions: (_, __, context) => ownSessions(context),
  openOrderCount: (caller, _, { platform }) =>
    visibleTo(platform.database.getRepository(OrderEntity).createQueryBuilder("o"), caller)
      .andWhere("o.status NOT IN ('COMPLETED', 'EXPIRED', 'CANCELED', 'DELIVERED')")
      .getCount(),
};

const Person: PersonResolvers = {
  email: ({ id, email }, _, context) =>
    context.caller.kind === "AGENT" || personOf(context) === id ? email : null,
  locale: ({ locale }) => (locale === "pt-BR" ? "PT_BR" : "EN"),
};

/** A row of the audit trail for what is no command on an order; ids alone, and nothing personal. */
const audited = (
  manager: EntityManager,
  { caller, platform }: RequestContext,
  name: string,
  outcome: string,
  input: Record<string, unknown>,
) =>
  writeAudit(
    manager,
    { name, actor: actorOf(caller), idempotencyKey: null, input },
    outcome,
    platform.clock.now(),
  );

const wrongSignIn = {
  en: "E-mail and password don't fit, or this account has no part in this app.",
  "pt-BR": "E-mail e senha não combinam, ou esta conta não faz parte deste aplicativo.",
};
const tooManyTries = {
  en: "Too many tries. Please wait a moment.",
  "pt-BR": "Tentativas demais. Espere um momento.",
};

export const identityResolvers: Resolvers = {
  Query: { viewer: (_, __, { caller }) => caller },
  Mutation: {
    signIn: async (_, { input }, context) => {
      const app = appOf(context);
      const outcome = await signIn(context, app, input.email, input.password);
      if (outcome.kind === "THROTTLED") {
        return { __typename: "SignInThrottled", retryAt: outcome.retryAt } as never;
      }
      if (outcome.kind === "REFUSED") {
        const { manager } = context.platform.database;
        // Whose account it was is not said: a wrong e-mail may be somebody's password.
        await audited(manager, context, "signIn", "SignInRefused", { app });
        return { __typename: "SignInRefused" } as never;
      }
      const viewer = await authenticate(context.platform, {
        app,
        sessionToken: outcome.token,
        authorization: null,
        locale: localeOf(context),
      });
      context.become(viewer);
      await audited(context.platform.database.manager, context, "signIn", "done", { app });
      return { __typename: "SignInSuccess", viewer };
    },
    signOut: async (_, __, context) => {
      await signOut(context);
      if ("sessionId" in context.caller) {
        const { manager } = context.platform.database;
        await audited(manager, context, "signOut", "done", { app: context.app });
      }
      context.become({ kind: "ANONYMOUS", locale: localeOf(context) });
      return { viewer: context.caller };
    },
    endSession: async (_, { sessionId }, context) => {
      const ended = await endSession(context, sessionId);
      if (!ended) return { kind: "NotFound", what: "session", decision: null } as const;
      if ("sessionId" in context.caller && context.caller.sessionId === sessionId) {
        await signOut(context);
        context.become({ kind: "ANONYMOUS", locale: localeOf(context) });
      }
      return { __typename: "EndSessionSuccess", sessions: await ownSessions(context) };
    },
    updateProfile: async (_, { input }, context) => {
      const id = personOf(context);
      const notFound = { kind: "NotFound", what: "person", decision: null } as const;
      if (id === null) return notFound;
      const name = checkText("name", input.name, {
        oneLine: true,
        most: 120,
        needed: input.name != null,
      });
      if (!name.ok) return { ...name.refusal, decision: null } as never;
      const change: Partial<PersonEntity> = {
        ...(name.value ? { name: name.value } : {}),
        ...(input.notifyByEmail == null ? {} : { notifyByEmail: input.notifyByEmail }),
        ...(input.locale ? { locale: input.locale === "PT_BR" ? "pt-BR" : "en" } : {}),
      };
      const changed = Object.keys(change);
      if (changed.length > 0) {
        await context.platform.database.transaction(async (manager) => {
          await manager.update(PersonEntity, { id }, change);
          // Which fields, and never what they say.
          await audited(manager, context, "updateProfile", "done", { changed });
        });
      }
      context.forgetLoaders();
      const person = await context.loader(personById).load(id);
      return person ? { __typename: "UpdateProfileSuccess", person } : notFound;
    },
  },
  Viewer,
  Person,
  Session: {
    device: ({ device }) => deviceName(device),
    current: ({ id }, _, { caller }) => "sessionId" in caller && caller.sessionId === id,
  },
  SignInRefused: {
    message: (_, __, context) => wrongSignIn[localeOf(context)],
    decision: () => null,
    nextSteps: () => [{ kind: "RETRY", at: null }],
  },
  SignInThrottled: {
    message: (_, __, context) => tooManyTries[localeOf(context)],
    decision: () => null,
    nextSteps: ({ retryAt }) => [{ kind: "RETRY", at: retryAt }],
  },
};
