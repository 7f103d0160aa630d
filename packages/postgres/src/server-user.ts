import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { dirname } from "node:path";

export interface ServerUser {
  uid: number;
  gid: number;
}

/** PostgreSQL refuses to run as root; this is who it runs as then. Null when we are nobody special. */
export function serverUser(): ServerUser | null {
  if (process.getuid?.() !== 0) return null;
  for (const name of ["postgres", "nobody"]) {
    const ids = idsOf(name);
    if (ids) return ids;
  }
  return { uid: 65_534, gid: 65_534 };
}

function idsOf(name: string): ServerUser | null {
  try {
    const id = (flag: string) => Number(execFileSync("id", [flag, name], { stdio: "pipe" }));
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return null;
  }
}

/** Whether the user can reach into a folder: every folder on the way lets them pass. */
export function canReach(user: ServerUser, folder: string): boolean {
  for (let current = folder; ; current = dirname(current)) {
    const { mode, uid, gid } = statSync(current);
    const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0;
    if (((mode >> shift) & 1) === 0) return false;
    if (current === dirname(current)) return true;
  }
}
