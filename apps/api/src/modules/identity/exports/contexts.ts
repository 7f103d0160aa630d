import { randomUUID } from "node:crypto";
import type { Request, Response } from "express";
import type { RequestContext } from "#platform/graphql/context.js";
import { requestContext } from "#platform/graphql/request-context.js";
import type { SocketRequest } from "#platform/graphql/sockets.js";
import { addresses } from "#platform/http/addresses.js";
import { appNamed, sessionCookie, sessionToken } from "#platform/http/cookies.js";
import type { AppName } from "#platform/identity/caller.js";
import type { Platform } from "#platform/platform.js";
import { authenticate, type Credentials } from "../authenticate.js";
import { stillStands } from "../standing.js";

const preferred = (header: string | undefined): Credentials["locale"] =>
  header?.toLowerCase().startsWith("pt") ? "pt-BR" : "en";

/** A zone that is none is as good as none named: times are then told with theirs. */
function knownZone(name: unknown): string | null {
  if (typeof name !== "string" || name.length > 64) return null;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

interface Contexts {
  contextFor(request: Request, response: Response): Promise<RequestContext>;
  socketContextFor(request: SocketRequest): Promise<RequestContext>;
}

/** How requests become contexts: the caller is decided here, once, for HTTP and sockets alike. */
export function contexts(platform: Platform): Contexts {
  const { sandbox, trustedProxies } = platform.config;
  const clients = addresses(trustedProxies);

  async function make(
    credentials: Credentials,
    client: Pick<RequestContext, "timeZone" | "remoteAddress" | "userAgent" | "live">,
    setSessionCookie: RequestContext["setSessionCookie"],
  ): Promise<RequestContext> {
    const caller = await authenticate(platform, credentials);
    return requestContext({
      platform,
      caller,
      app: credentials.app,
      ...client,
      requestId: randomUUID(),
      setSessionCookie,
      stillAllowed: () => stillStands(platform, caller),
    });
  }

  return {
    contextFor(request, response) {
      response.set("x-makegood-time", platform.clock.now().toISOString());
      const app = appNamed(request.headers["x-makegood-app"]);
      const credentials = {
        app,
        sessionToken: app && sessionToken(request.headers.cookie, app, sandbox),
        authorization: request.headers.authorization ?? null,
        locale: preferred(request.headers["accept-language"]),
      };
      const set = (name: AppName, token: string | null, expiresAt: Date | null) =>
        response.append(
          "set-cookie",
          sessionCookie(name, token, expiresAt, { sandbox, secure: request.secure }),
        );
      const client = {
        timeZone: knownZone(request.headers["x-makegood-time-zone"]),
        remoteAddress: clients.of(request),
        userAgent: request.headers["user-agent"] ?? null,
        live: false,
      };
      return make(credentials, client, set);
    },

    socketContextFor({ headers, params, remoteAddress }) {
      const app = appNamed(params.app);
      const text = (value: unknown) => (typeof value === "string" ? value : null);
      const credentials = {
        app,
        sessionToken: app && sessionToken(text(headers.cookie) ?? undefined, app, sandbox),
        authorization: text(params.authorization) ?? text(headers.authorization),
        locale: preferred(text(headers["accept-language"]) ?? undefined),
      };
      const client = {
        timeZone: knownZone(params.timeZone),
        remoteAddress,
        userAgent: text(headers["user-agent"]),
        live: true,
      };
      return make(credentials, client, () => undefined);
    },
  };
}
