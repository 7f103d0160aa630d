import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Express, RequestHandler } from "express";
import { type AppName, appNames } from "#platform/identity/caller.js";
import type { Platform } from "#platform/platform.js";
import { builtApp } from "./built-app.js";
import type { UpgradeTarget } from "./upgrades.js";

const here = dirname(fileURLToPath(import.meta.url));
/** apps/, from src/platform/http and dist/platform/http alike. */
const appsFolder = join(here, "../../../..");

/** Serves the three built apps, or hands their paths to Vite's dev servers. */
export function webApps(platform: Platform, app: Express): void {
  for (const name of appNames) {
    const dev = platform.config.devApps[name];
    app.use(`/${name}`, dev ? proxyTo(dev, name) : builtApp(name, join(appsFolder, name, "dist")));
  }
}

/** The sockets by which Vite's dev servers reload the apps; nothing where the built ones are served. */
export function devSockets(platform: Platform): UpgradeTarget[] {
  return appNames.flatMap((name) => {
    const dev = platform.config.devApps[name];
    if (!dev) return [];
    const ours = (path: string) => path === `/${name}` || path.startsWith(`/${name}/`);
    return [{ ours, take: (request, socket, head) => pipeTo(new URL(dev), request, socket, head) }];
  });
}

const pipeTo: (target: URL, ...upgrade: Parameters<UpgradeTarget["take"]>) => void = (
  target,
  request,
  socket,
  head,
) => {
  const upstream = connect(Number(target.port), target.hostname, () => {
    const headers = Object.entries(request.headers).map(([key, value]) => `${key}: ${value}`);
    upstream.write(`GET ${request.url} HTTP/1.1\r\n${headers.join("\r\n")}\r\n\r\n`);
    upstream.write(head);
    upstream.pipe(socket).pipe(upstream);
  });
  upstream.on("error", () => socket.destroy());
  socket.on("error", () => upstream.destroy());
};

function proxyTo(target: string, name: AppName): RequestHandler {
  return (request, response) => {
    const path = `/${name}${request.url === "/" && !request.originalUrl.endsWith("/") ? "/" : request.url}`;
    const upstream = httpRequest(
      new URL(path, target),
      { method: request.method, headers: request.headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    upstream.on("error", () => response.status(502).send("The dev server does not answer yet."));
    request.pipe(upstream);
  };
}
