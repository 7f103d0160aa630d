import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const folder = import.meta.dirname;
const sources = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
  (file) => file.endsWith(".ts") && !file.endsWith(".test.ts"),
);

it.each(sources)("%s reads neither time nor chance", (file) => {
  const text = readFileSync(join(folder, file), "utf8");
  expect(text).not.toMatch(/Date\.now|new Date\(\)|Math\.random/);
});
