import { checkPort } from "./check-port.js";
import { type Child, startChild } from "./child.js";
import { startDevServers } from "./dev-servers.js";
import { becomeOnlyCopy } from "./only-copy.js";
import { isAlive, packageManagers } from "./package-managers.js";
import { apiMain, startBase } from "./platform.js";
import { Problem } from "./problem.js";
import { reset } from "./reset.js";
import { welcome } from "./welcome.js";

const mostRestarts = 5;

export interface StartOptions {
  reset: boolean;
  yes: boolean;
  /** With hot reload of API and apps. */
  dev: boolean;
}

/** Runs the whole platform until it is told to stop. */
export async function start(options: StartOptions): Promise<void> {
  const port = Number(process.env.PORT ?? 4000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Problem("PORT must be a number from 1 to 65535.");
  }
  const only = await becomeOnlyCopy();
  const stops: (() => Promise<void>)[] = [async () => only.release()];
  const stopAll = async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  };
  const told = untilToldToStop();
  try {
    if (options.reset) await reset(options.yes);
    await checkPort(port);
    const base = await startBase(port);
    stops.push(base.stop);
    const apps = options.dev ? await startDevServers() : null;
    if (apps) stops.push(apps.stop);
    const env = { ...base.env, ...(apps ? { DEV_APPS: JSON.stringify(apps.urls) } : {}) };
    const node = options.dev ? [process.execPath, "--watch"] : [process.execPath];
    const serve = () =>
      startChild({
        name: "api",
        command: [...node, apiMain, "serve", "--migrate", "--seed-demo"],
        env,
      });
    const api = await keepRunning(serve, told.promise);
    stops.push(api.stop);
    only.tell({ ...env, address: `http://localhost:${port}/` });
    await welcome(`http://localhost:${port}`);
    const why = await Promise.race([told.promise, api.lost]);
    if (why) throw why;
  } finally {
    await stopAll();
  }
}

/** Starts it again when it dies, unless it dies again and again. */
async function keepRunning(
  serve: () => Promise<Child>,
  stopping: Promise<null>,
): Promise<{ stop(): Promise<void>; lost: Promise<Error | null> }> {
  let current = await serve();
  let stopped = false;
  void stopping.then(() => {
    stopped = true;
  });
  const watch = async (): Promise<Error | null> => {
    for (let restarts = 0; ; restarts++) {
      const began = Date.now();
      await new Promise((resolve) => current.process.once("exit", resolve));
      if (stopped) return null;
      if (Date.now() - began > 60_000) restarts = 0;
      if (restarts >= mostRestarts)
        return new Problem("The API ends again and again: see .data/logs/api.log.");
      process.stderr.write("The API ended by surprise; starting it again.\n");
      try {
        current = await serve();
      } catch (error) {
        return error as Error;
      }
    }
  };
  const lost = watch();
  return {
    lost,
    stop: () => {
      stopped = true;
      return current.stop();
    },
  };
}

/**
 * The first Ctrl-C stops in order, the second at once. Whoever ends the package manager that runs us
 * means us, too, even where it does not pass the signal on.
 */
function untilToldToStop(): { promise: Promise<null> } {
  let count = 0;
  const runners = packageManagers();
  const promise = new Promise<null>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => {
        count++;
        if (count === 1) process.stdout.write("\nStopping …\n");
        if (count > 1) process.exit(130);
        resolve(null);
      });
    }
    const watch = setInterval(() => {
      if (!runners.every(isAlive)) resolve(null);
    }, 500);
    watch.unref();
  });
  return { promise };
}
