import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "@makegood/postgres/free-port";
import { root } from "./places.js";

const apps = ["buyer", "seller", "support"] as const;

/** Vite's dev server of each app, and compilers that rebuild what the API is made of. */
export async function startDevServers(): Promise<{
  urls: Record<string, string>;
  stop(): Promise<void>;
}> {
  const urls: Record<string, string> = {};
  const children: ChildProcess[] = [];
  const run = (folder: string, command: string, args: string[]) =>
    children.push(
      spawn(join(root, folder, "node_modules/.bin", command), args, {
        cwd: join(root, folder),
        stdio: ["ignore", "ignore", "inherit"],
        detached: true,
      }),
    );
  for (const app of apps) {
    if (!existsSync(join(root, "apps", app, "vite.config.ts"))) continue;
    const port = await freePort();
    run(`apps/${app}`, "vite", ["--port", String(port), "--strictPort", "--host", "127.0.0.1"]);
    urls[app] = `http://127.0.0.1:${port}`;
  }
  const compiler = join(root, "node_modules/.bin/tsc");
  for (const folder of ["packages/domain", "apps/api"]) {
    const args = ["-p", "tsconfig.build.json", "--watch", "--preserveWatchOutput"];
    children.push(
      spawn(compiler, args, { cwd: join(root, folder), stdio: "ignore", detached: true }),
    );
  }
  return {
    urls,
    stop: async () => {
      // To their groups: the compiler runs as a child of what we started.
      for (const { pid } of children) if (pid) endGroup(pid);
    },
  };
}

function endGroup(pid: number): void {
  try {
    process.kill(-pid, "SIGTERM");
  } catch {
    // It has ended already.
  }
}
