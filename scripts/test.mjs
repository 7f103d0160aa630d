// Everything there is to test: one throw-away PostgreSQL for all packages, a real Chromium for the
// journeys, and at the end one line that says how many passed.
import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const run = (command, args, options = {}) =>
  spawnSync(command, args, { stdio: "inherit", ...options }).status ?? 1;

function onPath(names) {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    for (const name of names) {
      const file = join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not this one.
      }
    }
  }
  return null;
}

const browsers = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

function chromium() {
  const found = process.env.CHROMIUM ?? onPath(browsers);
  if (found) return found;
  if (process.getuid?.() === 0 && onPath(["apt-get"])) {
    process.stdout.write("There is no Chromium here: installing it by apt-get.\n");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    run("apt-get", ["update", "-qq"], { env });
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], { env });
  }
  return onPath(browsers);
}

const browser = chromium();
if (!browser) {
  process.stderr.write(
    "The browser journeys need Chromium: install your system's package (Debian: apt-get install chromium), or name one by CHROMIUM=/path/to/chromium.\n",
  );
  process.exit(1);
}
const built = run("turbo", ["run", "build", "--output-logs=errors-only"]);
if (built !== 0) process.exit(built);
const { startTestPostgres } = await import("@makegood/postgres/test-postgres");
const postgres = await startTestPostgres();
let status = 1;
try {
  // One package after the other: the tests of several would take each other's time.
  status = run("turbo", ["run", "test", "--concurrency=1", "--output-logs=new-only"], {
    env: { ...process.env, TEST_DATABASE_URL: postgres.urlOf("postgres"), CHROMIUM: browser },
  });
} finally {
  await postgres.stop();
}
const counted = run(process.execPath, [join(import.meta.dirname, "count-tests.mjs")]);
process.exit(status || counted);
