import type { Platform } from "#platform/platform.js";

/** The key of the lock by which an import knows of another. */
const lockKey = "SELECT pg_try_advisory_lock(hashtext('makegood.import')) AS held";

/** Runs an import, unless another one is under way on this database; null then. */
export async function onlyImport<Result>(
  { database }: Platform,
  run: () => Promise<Result>,
): Promise<Result | null> {
  const connection = database.createQueryRunner();
  await connection.connect();
  try {
    const [{ held }] = await connection.query(lockKey);
    if (!held) return null;
    try {
      return await run();
    } finally {
      await connection.query("SELECT pg_advisory_unlock(hashtext('makegood.import'))");
    }
  } finally {
    await connection.release();
  }
}
