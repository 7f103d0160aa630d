import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    environment: "happy-dom",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/testing/clean-up.ts"],
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
  },
});
