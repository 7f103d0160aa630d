import { parseCookie, stringifySetCookie } from "cookie";
import { type AppName, appNames } from "#platform/identity/caller.js";

/**
 * A browser takes a cookie of this prefix only over TLS and from this very host, and no other host can
 * set it (RFC 6265bis, 4.1.3.2). A sandbox runs on plain http.
 */
const cookieName = (app: AppName, sandbox: boolean) =>
  sandbox ? `makegood_${app}` : `__Host-makegood_${app}`;

/** The app's session token from a Cookie header, so that one browser can be three people at once. */
export function sessionToken(
  header: string | undefined,
  app: AppName,
  sandbox: boolean,
): string | null {
  return parseCookie(header ?? "")[cookieName(app, sandbox)] ?? null;
}

/** Set-Cookie for a session, or (null) for its end. */
export function sessionCookie(
  app: AppName,
  token: string | null,
  expiresAt: Date | null,
  { sandbox, secure }: { sandbox: boolean; secure: boolean },
): string {
  return stringifySetCookie({
    name: cookieName(app, sandbox),
    value: token ?? "",
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    // Outside a sandbox whatever the last hop was: what was plain before a proxy must not stay so.
    secure: secure || !sandbox,
    ...(token === null ? { expires: new Date(0) } : expiresAt ? { expires: expiresAt } : {}),
  });
}

/** The app named by a header or a socket's parameters; null for anything else. */
export function appNamed(value: unknown): AppName | null {
  return appNames.find((app) => app === value) ?? null;
}
