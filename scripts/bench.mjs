// Builds what has changed, then measures the platform beside the same work by hand.
import { spawnSync } from "node:child_process";

const build = spawnSync("turbo", ["run", "build", "--output-logs=errors-only"], {
  stdio: ["ignore", "inherit", "inherit"],
});
if (build.status !== 0) process.exit(build.status ?? 1);
const { main } = await import("@makegood/bench/main");
process.exit(await main(process.argv.slice(2)));
