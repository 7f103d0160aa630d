import { randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { ApolloServer } from "@apollo/server";
import { expressMiddleware } from "@as-integrations/express5";
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from "express";
import helmet from "helmet";
import type { RequestContext } from "#platform/graphql/context.js";
import { limits } from "#platform/graphql/limits.js";
import { appNames } from "#platform/identity/caller.js";
import { keyRefusalOf } from "#platform/identity/key-refused.js";
import type { Platform } from "#platform/platform.js";
import { health } from "./health.js";
import { webApps } from "./web-apps.js";

export interface HttpParts {
  apollo: ApolloServer<RequestContext>;
  contextFor(request: express.Request, response: express.Response): Promise<RequestContext>;
  /** Routes that modules bring: webhooks, the sandbox's sign-ins, the landing page. */
  routes(app: Express): void;
  /** False as soon as the process drains. */
  isServing(): boolean;
}

/** Everything on one origin: API, apps, health. */
export function httpServer(platform: Platform, parts: HttpParts): Server {
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", platform.config.trustedProxies);
  app.use(securityHeaders(platform));
  app.use(health(platform, parts.isServing));
  app.use((_request, response, next) => {
    if (!parts.isServing()) response.set("connection", "close");
    next();
  });
  app.use((request, response, next) => {
    // The apps' files are everybody's and say themselves how long they last.
    const [, first = ""] = request.path.split("/");
    if (!appNames.some((name) => name === first)) response.set("cache-control", "no-store");
    next();
  });
  parts.routes(app);
  app.use(
    "/graphql",
    express.json({ limit: limits.bodyBytes }),
    expressMiddleware(parts.apollo, {
      context: ({ req, res }) => parts.contextFor(req, res),
    }),
  );
  const server = createServer(app);
  webApps(platform, app);
  app.use((_request, response) => {
    response.status(404).type("text").send("There is nothing at this address. Begin at /\n");
  });
  app.use(badKey, badRequest, fault(platform));
  return server;
}

function securityHeaders(platform: Platform): RequestHandler {
  const dev = Object.keys(platform.config.devApps).length > 0;
  const strict = helmet({
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        // Mantine and Vite's dev client write style elements.
        styleSrc: ["'self'", "'unsafe-inline'"],
        scriptSrc: dev ? ["'self'", "'unsafe-inline'"] : ["'self'"],
        connectSrc: ["'self'", "ws:", "wss:"],
        imgSrc: ["'self'", "data:"],
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: !platform.config.sandbox,
  });
  // Apollo's explorer, in the sandbox only, comes from its own hosts.
  const loose = helmet({ contentSecurityPolicy: false, crossOriginEmbedderPolicy: false });
  return (request, response, next) =>
    platform.config.sandbox && request.path === "/graphql" && request.method === "GET"
      ? loose(request, response, next)
      : strict(request, response, next);
}

/** A key that does not hold, on a route beside /graphql: told as there. */
const badKey: ErrorRequestHandler = (error: unknown, request, response, next) => {
  const refusal = keyRefusalOf(error);
  if (response.headersSent || !refusal) return next(error);
  request.resume();
  response
    .status(refusal.status)
    .set("www-authenticate", refusal.challenge)
    .json({ errors: [{ message: refusal.message, extensions: { code: "UNAUTHENTICATED" } }] });
};

/** A body that is too large or isn't JSON, an address that can't be read: said in GraphQL's own form. */
const badRequest: ErrorRequestHandler = (
  error: { status?: number; type?: string },
  request,
  response,
  next,
) => {
  if (response.headersSent || error.status === undefined || error.status >= 500) return next(error);
  const message =
    error.type === "entity.too.large"
      ? `The request is larger than ${limits.bodyBytes} bytes.`
      : error.type === "entity.parse.failed"
        ? "The body is not JSON."
        : "The request could not be read.";
  request.resume();
  response
    .status(error.status)
    .json({ errors: [{ message, extensions: { code: "BAD_REQUEST" } }] });
};

/** What went wrong on our side outside GraphQL: an id that is also logged, and never a stack. */
const fault =
  (platform: Platform): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    const errorId = randomUUID();
    const { method, path } = request;
    platform.log.error({ err: error, errorId, method, path }, "a request failed");
    if (response.headersSent) return next(error);
    const message = `Something went wrong on our side. Please try again; if it stays, tell support this id: ${errorId}`;
    const extensions = { code: "INTERNAL_SERVER_ERROR", errorId };
    response.status(500).json({ errors: [{ message, extensions }] });
  };
