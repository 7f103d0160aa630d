import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const source = (folder: string) => fileURLToPath(new URL(`src/${folder}`, import.meta.url));

export default defineConfig({
  // Tests run on the sources; package.json's imports name what is built.
  resolve: {
    alias: {
      "#platform": source("platform"),
      "#modules": source("modules"),
      "#generated": source("generated"),
      // Node takes the CommonJS build; Vite would take the other one, and there may only be one.
      graphql: createRequire(import.meta.url).resolve("graphql"),
    },
  },
  oxc: { decorator: { legacy: true } },
  test: {
    include: ["src/**/*.test.ts"],
    globalSetup: ["src/testing/global-setup.ts"],
    // Patience, for a machine that is slow or busy: it costs nothing where all goes well.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // The API is loaded once for each worker: it keeps no state, and loading takes longer than most files.
    isolate: false,
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
  },
});
