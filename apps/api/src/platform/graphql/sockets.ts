import type { IncomingMessage } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import {
  execute,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  getOperationAST,
  parse,
  validate,
} from "graphql";
import { useServer } from "graphql-ws/use/ws";
import { type WebSocket, WebSocketServer } from "ws";
import { type Addresses, addresses } from "#platform/http/addresses.js";
import { refuseUpgrade, type UpgradeTarget } from "#platform/http/upgrades.js";
import { keyRefusalOf, keyRefusedCode } from "#platform/identity/key-refused.js";
import { type CallerLimits, shareOf } from "#platform/limits/caller-limits.js";
import { SocketBounds } from "#platform/limits/socket-bounds.js";
import type { Platform } from "#platform/platform.js";
import type { RequestContext } from "./context.js";
import { costOf } from "./cost.js";
import { maskedError } from "./errors.js";
import { limits, socketRules, tooCostly } from "./limits.js";
import { refuseOddVariables } from "./refuse-odd-variables.js";
import { closeSlowReaders } from "./slow-readers.js";

/** Closed with this code, a client subscribes again from the last event it has. */
export const resumeCode = 4290;
/** How long answers that are being made may take once the process drains. */
const drainMs = 10_000;
/**
 * How often a socket is asked whether it is there, and how long its answer may take. Slow readers are
 * found long before: who is cut off for a late answer does not read that it was closed to resume.
 */
const keepAliveMs = 30_000;
/** How long a reader who stood still may take to read that it was closed to resume. */
const closeTimeout = 120_000;
/** The same once the process ends, which nobody who stands still may hold up. */
const lastWordMs = 10_000;

export interface SocketRequest {
  headers: Record<string, string | string[] | undefined>;
  remoteAddress: string;
  params: Record<string, unknown>;
}

export interface Sockets extends UpgradeTarget {
  /** Finishes what is in flight, tells every client to resume elsewhere, then closes. */
  close(): Promise<void>;
}

/** graphql-transport-ws on /graphql, for queries, mutations and subscriptions alike. */
export function serveSockets(
  platform: Platform,
  schema: GraphQLSchema,
  callers: CallerLimits,
  contextFor: (request: SocketRequest) => Promise<RequestContext>,
): Sockets {
  const options = { noServer: true, maxPayload: limits.bodyBytes, closeTimeout };
  const sockets = new WebSocketServer(options);
  const clients = addresses(platform.config.trustedProxies);
  const bounds = new SocketBounds(platform.config);
  const rules = socketRules(platform.config.sandbox);
  const leaves = new WeakMap<object, () => void>();
  let running = 0;
  const served = useServer(
    {
      schema,
      // Questions and commands, not subscriptions: those go on elsewhere.
      async execute(args) {
        running++;
        try {
          return await execute(args);
        } finally {
          running--;
          leaves.get(args.contextValue as object)?.();
        }
      },
      async onConnect({ extra, connectionParams }) {
        const socketRequest = requestOf(extra.request, connectionParams, clients);
        const context = await closeUnlessKeyHolds(platform, extra.socket, () =>
          contextFor(socketRequest),
        );
        if (context) bounds.connected(extra.socket, shareOf(context));
      },
      async onSubscribe({ extra, connectionParams, subscriptions }, _id, payload) {
        const { socket } = extra;
        try {
          bounds.operation(socket, subscriptions);
          const contextValue = await contextFor(
            requestOf(extra.request, connectionParams, clients),
          );
          const share = shareOf(contextValue);
          await callers.refuseIfSpent(share);
          const document = parse(payload.query, { maxTokens: limits.tokens });
          const errors = validate(schema, document, rules);
          if (errors.length > 0) return errors;
          const operation = getOperationAST(document, payload.operationName);
          if (!operation) {
            return [new GraphQLError("Name one of the document's operations.")];
          }
          refuseOddVariables(document, payload.variables);
          const cost = costOf(schema, document, payload.operationName, payload.variables);
          if (cost > limits.cost) return [tooCostly(cost)];
          const leave = await callers.admit(share, cost);
          // A subscription waits most of its time: only what it begins with takes a turn.
          if (operation.operation === "subscription") leave();
          else leaves.set(contextValue, leave);
          return {
            schema,
            document,
            operationName: payload.operationName ?? null,
            variableValues: payload.variables ?? null,
            contextValue,
          };
        } catch (error) {
          if (!(error instanceof GraphQLError)) throw error;
          if (isTooMuch(error)) bounds.refused(socket, error);
          return [error];
        }
      },
      onError: (_context, _id, _payload, errors) => errors.map((error) => masked(platform, error)),
      onNext: (_context, _id, _payload, _args, { data, errors }) =>
        errors
          ? { data: data ?? null, errors: errors.map((error) => masked(platform, error)) }
          : undefined,
    },
    sockets,
    keepAliveMs,
  );

  const slowReaders = closeSlowReaders(sockets, resumeCode);

  return {
    ours: (path) => path === "/graphql",
    take(request, socket, head) {
      if (!sameOrigin(request.headers.origin, clients.hostOf(request))) {
        refuseUpgrade(socket, "403 Forbidden");
        return;
      }
      const opening = bounds.open(clients.of(request), sockets.clients.size);
      if (!opening) {
        refuseUpgrade(socket, "503 Service Unavailable");
        return;
      }
      socket.once("close", opening.closed);
      sockets.handleUpgrade(request, socket, head, (opened) => {
        bounds.opened(opened, opening);
        sockets.emit("connection", opened, request);
      });
    },
    async close() {
      slowReaders.stop();
      for (const end = Date.now() + drainMs; running > 0 && Date.now() < end; ) await sleep(20);
      // What was just made is on its way to the socket: closing comes after it.
      await sleep(20);
      for (const socket of sockets.clients) socket.close(resumeCode, "Resume");
      const cut = setTimeout(() => {
        for (const socket of sockets.clients) socket.terminate();
      }, lastWordMs);
      await served.dispose();
      clearTimeout(cut);
    },
  };
}

const requestOf = (
  request: IncomingMessage,
  params: Record<string, unknown> | undefined,
  clients: Addresses,
): SocketRequest => ({
  headers: request.headers,
  remoteAddress: clients.of(request),
  params: params ?? {},
});

const isTooMuch = ({ extensions: { code } }: GraphQLError) =>
  code === "RATE_LIMITED" || code === "TOO_MANY_OPERATIONS";

/** How often a connected key is looked at even if nobody said that it has changed. */
const keyCheckMs = 30_000;

/**
 * Closes a socket whose key does not hold, with what is wrong as the reason: at once, and whenever the
 * key is revoked or expires while it is connected.
 */
async function closeUnlessKeyHolds(
  platform: Platform,
  socket: WebSocket,
  contextFor: () => Promise<RequestContext>,
): Promise<RequestContext | null> {
  const check = async (): Promise<RequestContext | null> => {
    try {
      return await contextFor();
    } catch (error) {
      const refusal = keyRefusalOf(error);
      if (!refusal) throw error;
      socket.close(keyRefusedCode, refusal.message);
      return null;
    }
  };
  const context = await check();
  if (!context || !("keyId" in context.caller)) return context;
  const again = () => {
    check().catch((error) => platform.log.warn({ err: error }, "a key could not be looked at"));
  };
  const stops = context.sessionTopics.map((topic) => platform.wakeUps.subscribe(topic, again));
  const timer = setInterval(again, keyCheckMs);
  socket.once("close", () => {
    clearInterval(timer);
    for (const stop of stops) stop();
  });
  return context;
}

function masked(platform: Platform, error: unknown): GraphQLFormattedError {
  const graphql = error instanceof GraphQLError ? error : new GraphQLError(String(error));
  const known = graphql.extensions.code !== undefined || graphql.originalError === undefined;
  const formatted = known
    ? { ...graphql.toJSON(), extensions: { code: "BAD_REQUEST", ...graphql.extensions } }
    : graphql.toJSON();
  return maskedError(platform.log, formatted, error);
}

/** A cookie goes along with a socket from any page, so pages of other origins are turned away. */
function sameOrigin(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined) return true;
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}
