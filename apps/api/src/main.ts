import { ConfigProblems, readConfig } from "#platform/config/config.js";
import { makeLog } from "#platform/log/log.js";
import { openPlatform, startApp } from "./app.js";
import { entities } from "./entities.js";
import { migrate } from "./migrate.js";

const usage = `Usage: main.js COMMAND
  serve [--migrate] [--seed-demo]                run API, apps and workers
  migrate                                        bring the database up to date
  seed-demo                                      fill an empty database with the demo
  import --format olist FOLDER [--shift-to-now] [--demo-password] [--report FILE]
                                                 take orders over
  reconcile                                      compare providers' books with ours; 1 where they differ
  verify-audit                                   check that the trail is as it was written
`;

/** What was sent before a balancer knew that we stop is still on its way for about this long. */
const graceMs = 500;

const [command, ...rest] = process.argv.slice(2);
const has = (flag: string) => rest.includes(flag);

async function main(): Promise<number> {
  const config = readConfig(process.env);
  const log = makeLog(config.logLevel);
  switch (command) {
    case "migrate":
      await migrate(config.databaseUrl, entities);
      return 0;
    case "seed-demo": {
      const { seedDemo } = await import("./scenario/seed-demo.js");
      await seedDemo(config, log);
      return 0;
    }
    case "import": {
      const { runImport } = await import("#modules/importing/exports/run-import.js");
      return runImport(openPlatform, config, log, rest);
    }
    case "verify-audit": {
      const { runVerify } = await import("#modules/trail/exports/run-verify.js");
      return runVerify(openPlatform, config, log);
    }
    case "reconcile": {
      const { runReconciliation } = await import(
        "#modules/reconciliation/exports/run-reconciliation.js"
      );
      return runReconciliation(openPlatform, config, log);
    }
    case "serve": {
      if (has("--migrate")) await migrate(config.databaseUrl, entities);
      if (has("--seed-demo")) {
        const { seedDemo } = await import("./scenario/seed-demo.js");
        await seedDemo(config, log);
      }
      const app = await startApp(config, log);
      process.stdout.write(`${JSON.stringify({ listening: app.url })}\n`);
      await stopSignal();
      await app.stop(graceMs);
      return 0;
    }
    default:
      process.stderr.write(usage);
      return 2;
  }
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      process.stdin.destroy();
      resolve();
    };
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stop);
    // Whoever started us holds our input open for as long as it lives.
    if (process.env.STOP_WITH_STDIN) process.stdin.on("end", stop).resume();
  });
}

try {
  process.exitCode = await main();
} catch (error) {
  const taken = (error as { code?: string }).code === "EADDRINUSE";
  const known = error instanceof ConfigProblems || taken;
  const port = process.env.PORT ?? "4000";
  const words = taken
    ? `Port ${port} is taken: stop what uses it, or choose another with PORT=4100.`
    : String(known ? (error as Error).message : (error as Error).stack);
  process.stderr.write(`${words}\n`);
  process.exit(1);
}
