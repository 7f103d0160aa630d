import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Some compare decades of data, or walk machines thousands of times, on a machine that may be busy.
    testTimeout: 60_000,
    include: ["src/**/*.test.ts"],
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
  },
});
