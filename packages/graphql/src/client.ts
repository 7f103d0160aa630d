import {
  ApolloClient,
  ApolloLink,
  CombinedGraphQLErrors,
  HttpLink,
  InMemoryCache,
} from "@apollo/client";
import { ErrorLink } from "@apollo/client/link/error";
import { RetryLink } from "@apollo/client/link/retry";
import { OperationTypeNode } from "graphql";
import { createClient, type Client as SocketClient } from "graphql-ws";
import { explainFailures } from "./call-failure.ts";
import { forgetAll } from "./forget-all.ts";
import { mergePages, type Page } from "./merge-pages.ts";
import fragments from "./possible-types.generated.ts";

export type AppName = "buyer" | "seller" | "support";

export interface MakegoodClient {
  apollo: ApolloClient;
  sockets: SocketClient;
  own: OwnStorage;
  session: Session;
  /** Whether the live connection holds; calls back on every change. */
  onConnection(listener: (connected: boolean) => void): () => void;
}

const pages = (keyArgs: string[] | false) => ({
  keyArgs,
  merge: (
    existing: Page | undefined,
    incoming: Page,
    { args }: { args: Record<string, unknown> | null },
  ) => mergePages(existing, incoming, args?.after),
});

/** Where the tab keeps what belongs to the person who is signed in. */
export interface OwnStorage {
  belongTo(personId: string): void;
  read<T>(name: string): T | null;
  write(name: string, value: unknown): void;
  remove(name: string): void;
  forget(): void;
}

/** What signing in and out has to do beyond the call itself, in this tab and in the app's others. */
export interface Session {
  begun(): Promise<void>;
  ended(): Promise<void>;
}

export interface ClientParts {
  own: OwnStorage;
  /** The session was found to have ended. */
  onSignedOut(): void;
  /** The platform's clock, told with each answer. ISO 8601. */
  onTime(said: string): void;
}

/** Everything known belongs to whoever was there before: forgotten in all tabs, and the socket opened anew. */
function sessionOf(
  app: AppName,
  { apollo, sockets, own }: Pick<MakegoodClient, "apollo" | "sockets" | "own">,
): Session {
  const tabs = new BroadcastChannel(`makegood.session.${app}`);
  const beginAfresh = () => {
    sockets.terminate();
    return forgetAll(apollo);
  };
  tabs.onmessage = ({ data }) => {
    if (data === "ended") own.forget();
    void beginAfresh();
  };
  return {
    begun() {
      tabs.postMessage("begun");
      return beginAfresh();
    },
    ended() {
      own.forget();
      tabs.postMessage("ended");
      return beginAfresh();
    },
  };
}

/** One client for an app: HTTP for questions and commands, one socket for everything live. */
export function makegoodClient(
  app: AppName,
  { own, onSignedOut, onTime }: ClientParts,
): MakegoodClient {
  const listeners = new Set<(connected: boolean) => void>();
  const tell = (connected: boolean) => {
    for (const listener of listeners) listener(connected);
  };
  // Sentences tell times in the zone in which the app shows all others.
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const sockets = createClient({
    url: `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/graphql`,
    connectionParams: { app, timeZone },
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    keepAlive: 15_000,
    // Kept for a moment between screens; a socket closed because nobody listens is not a lost one.
    lazyCloseTimeout: 3_000,
    on: {
      connected: () => tell(true),
      closed: (event) => tell((event as CloseEvent).code === 1000),
    },
  });
  const apollo = new ApolloClient({
    // What is asked again since something changed must not get the answer that is on its way already.
    queryDeduplication: false,
    link: ApolloLink.from([
      explainFailures,
      new ErrorLink(({ error }) => {
        const codes = CombinedGraphQLErrors.is(error)
          ? error.errors.map(({ extensions }) => extensions?.code)
          : [];
        if (codes.includes("UNAUTHENTICATED")) onSignedOut();
      }),
      // Only questions are asked again: a command goes again by its key, and by the person's wish.
      new RetryLink({
        attempts: (count, operation, error) =>
          count < 4 &&
          operation.operationType === OperationTypeNode.QUERY &&
          !CombinedGraphQLErrors.is(error),
      }),
      new HttpLink({
        uri: "/graphql",
        credentials: "same-origin",
        fetch: async (address, options) => {
          const response = await fetch(address, options);
          const time = response.headers.get("x-makegood-time");
          if (time) onTime(time);
          return response;
        },
        headers: { "x-makegood-app": app, "x-makegood-time-zone": timeZone },
      }),
    ]),
    cache: new InMemoryCache({
      possibleTypes: fragments.possibleTypes,
      typePolicies: {
        Query: {
          fields: {
            orders: pages(["filter"]),
            refunds: pages(false),
            refundsToApprove: pages(false),
            chargebacks: pages(["view"]),
            cases: pages(["view", "search"]),
            promises: pages(["view"]),
            feedback: pages(["shopId"]),
            notifications: pages(false),
            payouts: pages(["shopId", "status"]),
            payoutHolds: pages(false),
            shopStatement: pages(["shopId", "currency", "from", "to"]),
            workQueue: pages(["shopId", "kinds", "withinHours", "search"]),
          },
        },
        OrderTotals: { merge: true },
        TimelineEvent: { keyFields: ["id"] },
        Decision: { keyFields: false },
        Viewer: { keyFields: [] },
      },
    }),
  });
  return {
    apollo,
    sockets,
    own,
    session: sessionOf(app, { apollo, sockets, own }),
    onConnection: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
