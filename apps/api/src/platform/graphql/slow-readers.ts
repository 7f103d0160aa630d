import type { WebSocket, WebSocketServer } from "ws";

/** What may wait on one socket. Answers wait for their reader one by one, so this takes many operations. */
const mostBufferedBytes = 1024 * 1024;
/** How long a socket may stand still with something to read before its reader counts as gone slow. */
const patienceMs = 8_000;
const checkMs = 1_000;

/**
 * Closes sockets whose readers don't keep up. Subscriptions wait for their socket, so that a slow
 * reader costs no more than the one answer that is stuck; but what is stuck must end some day.
 */
export function closeSlowReaders(
  sockets: Pick<WebSocketServer, "clients">,
  code: number,
): { stop(): void } {
  const stuckChecks = new WeakMap<WebSocket, { bytes: number; checks: number }>();
  const timer = setInterval(() => {
    for (const socket of sockets.clients) {
      const bytes = socket.bufferedAmount;
      const before = stuckChecks.get(socket);
      const still = bytes > 0 && before !== undefined && bytes >= before.bytes;
      const checks = still ? before.checks + 1 : 0;
      stuckChecks.set(socket, { bytes, checks });
      if (bytes > mostBufferedBytes || checks * checkMs >= patienceMs) {
        socket.close(code, "Too slow: resume");
      }
    }
  }, checkMs);
  return { stop: () => clearInterval(timer) };
}
