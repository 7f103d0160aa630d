import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../../..");
const folders: Record<string, string> = {
  domain: "packages/domain/src",
  api: "apps/api/src/modules",
  guards: "apps/api/src/platform/database/migrations/guards",
};

test("each rule is where docs/rules.md says", () => {
  const page = readFileSync(join(root, "docs/rules.md"), "utf8");
  const rows = [...page.matchAll(/\| `([\w-]+)` +\| `(\w+)\/(\S+\.ts)` +\|/g)];
  expect(rows.length).toBeGreaterThan(25);
  const lost = rows.filter(([, name = "", place = "", file = ""]) => {
    const text = readFileSync(join(root, folders[place] ?? "", file), "utf8");
    return !text.includes(name);
  });
  expect(lost.map(([row]) => row)).toEqual([]);
});
