import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import express from "express";
import { afterAll, beforeAll, expect, test } from "vitest";
import { builtApp } from "./built-app.js";

const script = `console.log(${JSON.stringify("a".repeat(5_000))})`;
const page = `<!doctype html><title>${"b".repeat(2_000)}</title>`;
let folder: string;
let server: Server;

function put(name: string, content: string): void {
  const file = join(folder, name);
  writeFileSync(file, content);
  writeFileSync(`${file}.br`, brotliCompressSync(content));
  writeFileSync(`${file}.gz`, gzipSync(content));
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "makegood-app-"));
  mkdirSync(join(folder, "assets"));
  put("assets/index-abc.js", script);
  put("index.html", page);
  const app = express().use("/buyer", builtApp("buyer", folder));
  server = createServer(app);
  await new Promise<void>((ready) => server.listen(0, ready));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

/** As it goes over the wire: fetch would decode it. */
const get = (path: string, encodings = "gzip, deflate, br") =>
  new Promise<{ status: number; headers: Record<string, unknown>; bytes: number }>((resolve) => {
    const { port } = server.address() as AddressInfo;
    request({ port, path, headers: { "accept-encoding": encodings } }, (response) => {
      let bytes = 0;
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes }),
      );
    }).end();
  });

test.each([
  [
    "brotli where the browser reads it",
    "gzip, deflate, br",
    "br",
    brotliCompressSync(script).length,
  ],
  ["gzip where it doesn't", "gzip", "gzip", gzipSync(script).length],
  ["as it is where it reads neither", "identity", undefined, script.length],
])("a script goes out as %s, and is kept for a year", async (_name, accepts, encoding, bytes) => {
  const got = await get("/buyer/assets/index-abc.js", accepts);
  expect(got).toMatchObject({ status: 200, bytes });
  expect(got.headers["content-encoding"]).toBe(encoding);
  expect(got.headers["content-type"]).toMatch(/^(text|application)\/javascript/);
  expect(got.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  expect(got.headers.vary).toMatch(/accept-encoding/i);
});

test.each(["/buyer/", "/buyer", "/buyer/orders/ord_1/cancel?from=mail"])(
  "%s is the page, compressed, and asked for every time",
  async (path) => {
    const got = await get(path);
    expect(got).toMatchObject({ status: 200, bytes: brotliCompressSync(page).length });
    expect(got.headers["content-encoding"]).toBe("br");
    expect(got.headers["content-type"]).toMatch(/^text\/html/);
    expect(got.headers["cache-control"]).toBe("no-cache");
  },
);

test("a file of an older version is gone, and no page in its stead", async () => {
  const got = await get("/buyer/assets/index-old.js");
  expect(got.status).toBe(404);
  expect(got.headers["cache-control"]).toBe("no-store");
  expect(got.headers["content-type"]).toMatch(/^text\/plain/);
});

test("an app that isn't built says so", async () => {
  const empty = mkdtempSync(join(tmpdir(), "makegood-none-"));
  const other = createServer(express().use("/buyer", builtApp("buyer", empty)));
  await new Promise<void>((ready) => other.listen(0, ready));
  const { port } = other.address() as AddressInfo;
  const response = await fetch(`http://localhost:${port}/buyer/`);
  expect(response.status).toBe(503);
  other.close();
  rmSync(empty, { recursive: true });
});
