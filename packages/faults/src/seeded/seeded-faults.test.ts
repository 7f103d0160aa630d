import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { changed } from "./hooks.js";
import { seededFaults } from "./seeded-faults.js";

const built = fileURLToPath(new URL("../../../../apps/api/dist", import.meta.url));

test.each(seededFaults)("$name: what it changes is there, once", ({ changes, sabotage }) => {
  expect(changes.length > 0 || sabotage !== undefined).toBe(true);
  for (const change of changes) {
    const text = readFileSync(join(built, change.file), "utf8");
    expect(changed(text, [change])).not.toBe(text);
  }
});

test("no build of the API has a fault in it, or a switch for one", () => {
  const files = readdirSync(built, { recursive: true, encoding: "utf8" });
  const texts = files
    .filter((file) => file.endsWith(".js"))
    .map((file) => readFileSync(join(built, file), "utf8"));
  expect(texts.length).toBeGreaterThan(100);
  for (const text of texts) {
    expect(text).not.toMatch(/SEEDED_FAULT|@makegood\/faults/);
    for (const { to } of seededFaults.flatMap(({ changes }) => changes)) {
      // Passages that only leave something out are in every build.
      if (to.length > 60 || /everybody|Math\.random|synchronous_commit|`0 </.test(to)) {
        expect(text).not.toContain(to);
      }
    }
  }
});
