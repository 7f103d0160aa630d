// Builds what has changed (turbo serves the rest from its cache), then runs the launcher.
import { spawnSync } from "node:child_process";

const [command, ...args] = process.argv.slice(2);
const build = spawnSync(
  "turbo",
  ["run", "build", "--output-logs=errors-only", "--log-order=grouped"],
  {
    stdio: ["ignore", "ignore", "inherit"],
  },
);
if (build.status !== 0) {
  spawnSync("turbo", ["run", "build", "--output-logs=errors-only"], { stdio: "inherit" });
  process.stderr.write("\nThe build failed: see above.\n");
  process.exit(1);
}
const { main } = await import("@makegood/launcher/main");
process.exit(await main(command, args));
