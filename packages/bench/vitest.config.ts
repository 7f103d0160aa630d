import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    env: { MAKEGOOD_DATA: `/tmp/makegood-launcher-test-${process.pid}` },
    include: ["src/**/*.test.ts"],
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
  },
});
