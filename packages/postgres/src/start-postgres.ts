import { type ChildProcess, execFile, spawn } from "node:child_process";
import {
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { Client } from "pg";
import { crash } from "./crash.js";
import { freePort } from "./free-port.js";
import { clearLeftovers } from "./leftovers.js";
import { PostgresProblem } from "./postgres-problem.js";
import { makeDataFolder, serverHome } from "./server-home.js";
import { type ServerUser, serverUser } from "./server-user.js";

const run = promisify(execFile);
const superuser = "makegood";
const patienceMs = 60_000;

export interface PostgresOptions {
  /** Wanted place of the data; another one is chosen where the server's user can't reach it. */
  dataFolder: string;
  password: string;
  /** Where it listens; any free port where left out. */
  port?: number;
  /** Server settings beside our own. */
  settings?: Readonly<Record<string, string>>;
}

export interface RunningPostgres {
  /** Connection string of the superuser for the database named. */
  urlOf(database: string): string;
  /** Where the data really lies. */
  dataFolder: string;
  /** Ends open sessions and stops, with everything on disk. */
  stop(): Promise<void>;
  /** Ends it at once, with nothing more written; for those who test what survives. */
  crash(): Promise<void>;
}

/** Where the data of these options lies, for whoever wants to remove it. */
export function dataFolderOf(wanted: string): string {
  return serverHome(wanted, serverUser()).dataFolder;
}

/** Starts PostgreSQL on this machine alone, making its data folder when there is none. */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const user = serverUser();
  const { binaries, dataFolder } = serverHome(options.dataFolder, user);
  const bin = (name: string) => join(binaries, "bin", name);
  if (!existsSync(join(dataFolder, "PG_VERSION"))) {
    await initialise(bin("initdb"), dataFolder, options.password, user);
  }
  await clearLeftovers(dataFolder);

  const port = options.port ?? (await freePort());
  const logFile = join(dataFolder, "server.log");
  rmSync(logFile, { force: true });
  const log = openSync(logFile, "a", 0o600);
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    // Details of an error quote the row, which is of people.
    log_error_verbosity: "terse",
    ...options.settings,
  };
  const server = spawn(
    bin("postgres"),
    [
      ...["-D", dataFolder, "-p", String(port)],
      ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
    ],
    // Detached, so that a Ctrl-C in the terminal reaches us first and the server last.
    { stdio: ["ignore", log, log], detached: true, cwd: dataFolder, ...user },
  );
  closeSync(log);
  const urlOf = (database: string) =>
    `postgres://${superuser}:${encodeURIComponent(options.password)}@127.0.0.1:${port}/${database}`;
  await untilReady(server, urlOf("postgres"), logFile, dataFolder);
  return { urlOf, dataFolder, stop: () => stop(server), crash: () => crash(server) };
}

async function initialise(
  initdb: string,
  dataFolder: string,
  password: string,
  user: ServerUser | null,
): Promise<void> {
  makeDataFolder(dataFolder, user);
  const passwordFile = `${dataFolder}.password`;
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) chownSync(passwordFile, user.uid, user.gid);
  try {
    await run(
      initdb,
      [
        `--pgdata=${dataFolder}`,
        `--username=${superuser}`,
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
      ],
      { cwd: dataFolder, ...user },
    );
  } catch (error) {
    const { stderr } = error as { stderr?: string };
    throw new PostgresProblem(
      `PostgreSQL could not make its data folder ${dataFolder}: ${stderr?.trim() ?? String(error)}`,
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

async function untilReady(
  server: ChildProcess,
  url: string,
  logFile: string,
  dataFolder: string,
): Promise<void> {
  let ended: string | null = null;
  server.once("error", (error) => {
    ended = error.message;
  });
  server.once("exit", (code, signal) => {
    ended = `it ended with ${signal ?? code}`;
  });
  for (const end = Date.now() + patienceMs; ended === null && Date.now() < end; await sleep(40)) {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    client.on("error", () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if ((error as { code?: string }).code === "28P01") {
        await stop(server);
        throw new PostgresProblem(
          `The data in ${dataFolder} was made with another password than the one kept beside it: start with --reset to begin afresh.`,
        );
      }
    }
  }
  await stop(server);
  const words = existsSync(logFile)
    ? readFileSync(logFile, "utf8").trim().split("\n").slice(-3).join(" ")
    : "";
  throw new PostgresProblem(
    `PostgreSQL does not start on the data in ${dataFolder}; it seems damaged. Start with --reset to begin afresh. (${ended ?? "it does not answer"}: ${words})`,
  );
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null || server.pid === undefined) return;
  const gone = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGINT");
  const late = setTimeout(() => server.kill("SIGQUIT"), 15_000);
  await gone;
  clearTimeout(late);
}
