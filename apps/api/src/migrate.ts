import { dataSource } from "#platform/database/data-source.js";
import { migrateJobs } from "#platform/jobs/worker.js";

/** Two processes that start at once migrate one after the other. */
const migrationLock = 7_264_001;

/** Brings the database to the newest shape; does nothing when it is there. */
export async function migrate(
  url: string,
  entities: Parameters<typeof dataSource>[0]["entities"],
): Promise<void> {
  const database = dataSource({ url, entities, poolSize: 2 });
  await database.initialize();
  const holder = database.createQueryRunner();
  try {
    await holder.query("SELECT pg_advisory_lock($1)", [migrationLock]);
    await database.runMigrations();
    await migrateJobs(url);
    await holder.query("SELECT pg_advisory_unlock($1)", [migrationLock]);
  } finally {
    await holder.release();
    await database.destroy();
  }
}
