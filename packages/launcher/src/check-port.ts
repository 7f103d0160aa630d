import { createServer } from "node:net";
import { Problem } from "./problem.js";

/**
 * Ports above 1023 to which browsers, and Node's fetch, refuse to connect.
 * Source: https://fetch.spec.whatwg.org/#port-blocking
 */
const blockedByBrowsers = new Set([
  ...[1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566],
  ...[6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080],
]);

/** Makes sure of the port before anything is started, so that the answer comes at once. */
export function checkPort(port: number): Promise<void> {
  if (blockedByBrowsers.has(port)) {
    const words = `Browsers don't open addresses with port ${port}: choose another: PORT=${port + 100} npx -y pnpm@10.34.9 start`;
    return Promise.reject(new Problem(words));
  }
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => {
      const words =
        error.code === "EADDRINUSE"
          ? `Port ${port} is taken: stop what uses it, or choose another: PORT=${port + 100} npx -y pnpm@10.34.9 start`
          : `Port ${port} can't be used (${error.code}): choose another with PORT=.`;
      reject(new Problem(words));
    });
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve()));
  });
}
