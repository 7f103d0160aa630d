import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "../../..");
const mantine = dirname(createRequire(import.meta.url).resolve("@mantine/core/styles.css"));
const base = readFileSync(join(import.meta.dirname, "base-styles.ts"), "utf8");
const stylesOf = (name: string) => `import "@mantine/core/styles/${name}.css";`;

it("every file that uses a component of Mantine's brings its styles, unless all pages have them", () => {
  const files = [
    "packages/ui/src",
    "apps/buyer/src",
    "apps/seller/src",
    "apps/support/src",
  ].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".tsx"))
      .map((file) => join(folder, file)),
  );
  expect(files.length).toBeGreaterThan(100);
  const lacking = files.flatMap((file) => {
    const source = readFileSync(join(root, file), "utf8");
    const names = /import \{([^}]*)\} from "@mantine\/core"/.exec(source)?.[1]?.split(",") ?? [];
    return names
      .map((name) => name.trim())
      .filter((name) => existsSync(join(mantine, "styles", `${name}.css`)))
      .filter((name) => !base.includes(stylesOf(name)) && !source.includes(stylesOf(name)))
      .map((name) => `${file}: ${name}`);
  });
  expect(lacking).toEqual([]);
});
