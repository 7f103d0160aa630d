import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.e2e.test.ts"],
    // Built code runs as Node runs it; Vite would bring a second copy of graphql.
    server: { deps: { external: [/\/dist\//] } },
    testTimeout: 300_000,
    hookTimeout: 300_000,
    maxWorkers: 1,
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
  },
});
