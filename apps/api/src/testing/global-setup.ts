import { startTestPostgres } from "@makegood/postgres/test-postgres";
import type { TestProject } from "vitest/node";
import { makeTemplate } from "./test-database.js";

/** One PostgreSQL for the run (the one given, or our own), and one migrated template to copy from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const own = given ? null : await startTestPostgres();
  const serverUrl = given ?? own?.urlOf("postgres") ?? "";
  const template = await makeTemplate(serverUrl);
  project.provide("testDatabase", { serverUrl, template });
  return async () => own?.stop();
}

declare module "vitest" {
  interface ProvidedContext {
    testDatabase: { serverUrl: string; template: string };
  }
}
