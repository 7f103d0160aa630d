import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type RunningPostgres, startPostgres } from "./start-postgres.js";

/** A server for one test run: quick, because nobody misses its data after a power cut. */
export async function startTestPostgres(): Promise<RunningPostgres> {
  const place = mkdtempSync(join(tmpdir(), "makegood-test-"));
  // Open for the server's user, so that nothing has to be copied.
  chmodSync(place, 0o755);
  const server = await startPostgres({
    dataFolder: join(place, "data"),
    password: "test",
    settings: {
      fsync: "off",
      synchronous_commit: "off",
      full_page_writes: "off",
      max_connections: "300",
    },
  });
  return {
    ...server,
    async stop() {
      await server.stop();
      rmSync(place, { recursive: true, force: true });
      rmSync(dirname(server.dataFolder), { recursive: true, force: true });
    },
  };
}
