// Builds what has changed, then breaks it on purpose and says what held.
import { spawnSync } from "node:child_process";

const build = spawnSync("turbo", ["run", "build", "--output-logs=errors-only"], {
  stdio: ["ignore", "inherit", "inherit"],
});
if (build.status !== 0) process.exit(build.status ?? 1);
const { main } = await import("@makegood/faults/main");
process.exit(await main(process.argv.slice(2)));
