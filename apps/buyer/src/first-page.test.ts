// @vitest-environment node
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

interface Chunk {
  file: string;
  isEntry?: boolean;
  imports?: string[];
  css?: string[];
}

const dist = join(import.meta.dirname, "../dist");
const manifest = JSON.parse(readFileSync(join(dist, ".vite/manifest.json"), "utf8")) as Record<
  string,
  Chunk
>;

/** The files that the list of orders needs before it shows: the entry, and all it imports at once. */
function filesOfFirstPage(): string[] {
  const files = new Set<string>();
  const add = (chunk: Chunk | undefined) => {
    if (!chunk || files.has(chunk.file)) return;
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
    for (const name of chunk.imports ?? []) add(manifest[name]);
  };
  add(Object.values(manifest).find(({ isEntry }) => isEntry));
  return [...files];
}

/** What goes over the wire; a file too small to gain by it goes as it is. */
function bytesOf(ending: string, encoding: ".br" | ".gz"): number {
  const sizeOf = (file: string) =>
    statSync(`${file}${encoding}`, { throwIfNoEntry: false })?.size ?? statSync(file).size;
  return filesOfFirstPage()
    .filter((file) => file.endsWith(ending))
    .reduce((sum, file) => sum + sizeOf(join(dist, file)), 0);
}

it.each([".br", ".gz"] as const)("the first page is small, compressed as %s", (encoding) => {
  expect(bytesOf(".js", encoding)).toBeGreaterThan(50_000);
  expect(bytesOf(".js", encoding)).toBeLessThanOrEqual(170_000);
  expect(bytesOf(".css", encoding)).toBeLessThanOrEqual(20_000);
});

it("its page shows a frame before any script has come", () => {
  const page = readFileSync(join(dist, "index.html"), "utf8");
  expect(page).toMatch(/<div id="root">[\s\S]*class="shell-bar">Makegood/);
});
