import { createHash } from "node:crypto";
import { chownSync, cpSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { serverFolder } from "./binaries.js";
import { canReach, type ServerUser } from "./server-user.js";

export interface ServerHome {
  binaries: string;
  dataFolder: string;
}

/**
 * Where the server's files live. Usually where they were put; but when root starts us in a project
 * that the server's user cannot look into, both binaries and data live in a folder of /var/lib that
 * is the project's own, and is found again at the next start.
 */
export function serverHome(wantedDataFolder: string, user: ServerUser | null): ServerHome {
  const binaries = serverFolder();
  const wanted = resolve(wantedDataFolder);
  if (user === null) return { binaries, dataFolder: wanted };
  mkdirSync(dirname(wanted), { recursive: true });
  if (canReach(user, dirname(wanted)) && canReach(user, binaries)) {
    return { binaries, dataFolder: wanted };
  }
  const place = join("/var/lib/makegood", nameFor(wanted));
  mkdirSync(place, { recursive: true, mode: 0o755 });
  const copied = join(place, basename(dirname(binaries)) + versionOf(binaries));
  if (!existsSync(copied)) {
    const half = `${copied}.half`;
    rmSync(half, { recursive: true, force: true });
    cpSync(binaries, half, { recursive: true, verbatimSymlinks: true });
    renameSync(half, copied);
  }
  return { binaries: copied, dataFolder: join(place, "data") };
}

/** Makes the data folder, open to the server's user alone. */
export function makeDataFolder(folder: string, user: ServerUser | null): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (user) chownSync(folder, user.uid, user.gid);
}

const nameFor = (path: string) => createHash("sha256").update(path).digest("hex").slice(0, 12);
const versionOf = (binaries: string) => `-${nameFor(binaries)}`;
