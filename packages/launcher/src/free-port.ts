import { createServer } from "node:net";
import { Problem } from "./problem.js";

/** Makes sure of the port before anything is started, so that the answer comes at once. */
export function checkPort(port: number): Promise<void> {
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
