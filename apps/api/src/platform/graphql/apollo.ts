import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import { ApolloServerPluginLandingPageLocalDefault } from "@apollo/server/plugin/landingPage/default";
import { GraphQLError, type GraphQLSchema } from "graphql";
import { type CallerLimits, shareOf } from "#platform/limits/caller-limits.js";
import type { Platform } from "#platform/platform.js";
import type { RequestContext } from "./context.js";
import { costOf } from "./cost.js";
import { maskedError } from "./errors.js";
import { limitRules, limits, tooCostly } from "./limits.js";
import { refuseOddVariables } from "./refuse-odd-variables.js";

/** Counts the cost before execution, refuses what is too much, and tells it in extensions.cost. */
function costPlugin(
  schema: GraphQLSchema,
  callers: CallerLimits,
): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      let cost = 0;
      let leave: () => void = () => undefined;
      return {
        async didResolveOperation({ document, operation, request, contextValue }) {
          // Apollo says by itself that there is no operation of that name.
          if (!operation) return;
          if (operation.operation === "subscription") throw overWebSocket();
          refuseOddVariables(document, request.variables);
          cost = costOf(schema, document, request.operationName, request.variables);
          if (cost > limits.cost) throw tooCostly(cost);
          leave = await callers.admit(shareOf(contextValue), cost);
        },
        async willSendResponse({ response }) {
          leave();
          if (response.body.kind !== "single" || cost === 0) return;
          response.body.singleResult.extensions = {
            ...response.body.singleResult.extensions,
            cost: { requested: cost, limit: limits.cost },
          };
        },
      };
    },
  };
}

const overWebSocket = () =>
  new GraphQLError("A subscription needs a WebSocket (graphql-transport-ws) at this address.", {
    extensions: { code: "BAD_REQUEST", http: { status: 400 } },
  });

/** Apollo Server over our schema. Cache control is off: it instruments every field for nothing here. */
export function apolloServer(
  platform: Platform,
  schema: GraphQLSchema,
  callers: CallerLimits,
): ApolloServer<RequestContext> {
  return new ApolloServer<RequestContext>({
    schema,
    introspection: platform.config.sandbox,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: limits.tokens },
    validationRules: limitRules,
    csrfPrevention: {
      requestHeaders: ["x-makegood-app", "apollo-require-preflight", "authorization"],
    },
    stopOnTerminationSignals: false,
    // Documents are sent in full: nobody may fill our memory with theirs, or guess at others'.
    persistedQueries: false,
    formatError: (formatted, error) => maskedError(platform.log, formatted, error),
    plugins: [
      costPlugin(schema, callers),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ...(platform.config.sandbox
        ? [ApolloServerPluginLandingPageLocalDefault({ embed: false })]
        : []),
    ],
  });
}
