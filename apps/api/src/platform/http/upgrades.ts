import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";

/** Somebody who takes upgraded connections on paths of their own. */
export interface UpgradeTarget {
  ours(path: string): boolean;
  take(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

/**
 * Decides about every upgrade in one place. Node leaves a socket to whoever listens for upgrades, and
 * forgets it: one that nobody takes would stay open for good, so it is answered and destroyed.
 */
export function serveUpgrades(server: Server, targets: readonly UpgradeTarget[]): void {
  server.on("upgrade", (request, socket, head) => {
    // A socket that breaks while it is handed over breaks nothing else.
    socket.on("error", () => socket.destroy());
    const path = (request.url ?? "").split("?", 1)[0] ?? "";
    const target = targets.find(({ ours }) => ours(path));
    if (target && request.method === "GET") target.take(request, socket, head);
    else refuseUpgrade(socket, "404 Not Found");
  });
}

/** Says no and lets go of the socket, whether or not the other side closes its end. */
export function refuseUpgrade(socket: Duplex, status: string): void {
  socket.once("finish", () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
