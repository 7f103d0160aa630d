import { parseCookie, stringifySetCookie } from "cookie";
import { type AppName, appNames } from "#platform/identity/caller.js";

const cookieName = (app: AppName) => `makegood_${app}`;

/** The app's session token from a Cookie header, so that one browser can be three people at once. */
export function sessionToken(header: string | undefined, app: AppName): string | null {
  return parseCookie(header ?? "")[cookieName(app)] ?? null;
}

/** Set-Cookie for a session, or (null) for its end. */
export function sessionCookie(
  app: AppName,
  token: string | null,
  expiresAt: Date | null,
  secure: boolean,
): string {
  return stringifySetCookie({
    name: cookieName(app),
    value: token ?? "",
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure,
    ...(token === null ? { expires: new Date(0) } : expiresAt ? { expires: expiresAt } : {}),
  });
}

/** The app named by a header or a socket's parameters; null for anything else. */
export function appNamed(value: unknown): AppName | null {
  return appNames.find((app) => app === value) ?? null;
}
