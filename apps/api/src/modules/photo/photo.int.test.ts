import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aPhoto, sendPhoto } from "../../testing/photos.js";
import { startTestApp, type TestApp } from "../../testing/test-app.js";
import type { TestClient } from "../../testing/test-client.js";

let app: TestApp;
let buyer: TestClient;
let orderId: string;

beforeAll(async () => {
  app = await startTestApp();
  const shop = await app.world.shop({
    name: "Pedra",
    policy: "asksSeller",
    owner: { name: "Pedro", email: "pedro@shops.example" },
  });
  const ana = await app.world.person("Ana", "ana@buyers.example", "en");
  const [order] = await app.world.purchase({
    buyerId: ana,
    orders: [
      { shop, status: "DELIVERED", lines: [{ title: "Lamp", quantity: 1, unitPriceMinor: 1_000 }] },
    ],
  });
  orderId = order?.id ?? "";
  buyer = await app.client("buyer", ana);
});
afterAll(() => app.close());

const text = (words: string) => Buffer.from(words);
const plain = () => sharp({ create: { width: 40, height: 30, channels: 3, background: "#345" } });

/** A PNG that says it is so large; the pixels are not there. */
function claims(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc(body) >>> 0);
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(Buffer.alloc(1_000))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function crc(bytes: Buffer): number {
  let sum = -1;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum;
}

const svg = (inner: string) =>
  text(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${inner}</svg>`);
const withTail = async (tail: string | Buffer) =>
  Buffer.concat([await aPhoto(), Buffer.isBuffer(tail) ? tail : text(tail)]);
const zipEnd = Buffer.concat([Buffer.from([0x50, 0x4b, 0x05, 0x06]), Buffer.alloc(18)]);

type Made = () => Buffer | Promise<Buffer>;

const refused: [name: string, problem: string, file: Made][] = [
  ["nothing at all", "EMPTY", () => Buffer.alloc(0)],
  ["words named photo.jpg", "NOT_A_PHOTO", () => text("I am not a photo")],
  ["a page named photo.jpg", "NOT_A_PHOTO", () => text("<!doctype html><script>alert(1)</script>")],
  ["a program of Windows", "NOT_A_PHOTO", () => Buffer.concat([text("MZ"), Buffer.alloc(200)])],
  [
    "a program of Linux",
    "NOT_A_PHOTO",
    () => Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]), Buffer.alloc(200)]),
  ],
  ["a shell script", "NOT_A_PHOTO", () => text("#!/bin/sh\nrm -rf /")],
  [
    "an archive",
    "NOT_A_PHOTO",
    () => Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.alloc(100)]),
  ],
  ["a document", "NOT_A_PHOTO", () => text("%PDF-1.7\n1 0 obj")],
  [
    "a film",
    "NOT_A_PHOTO",
    () => Buffer.concat([Buffer.from([0, 0, 0, 24]), text("ftypmp42"), Buffer.alloc(64)]),
  ],
  ["a GIF", "NOT_A_PHOTO", async () => plain().gif().toBuffer()],
  ["a TIFF", "NOT_A_PHOTO", async () => plain().tiff().toBuffer()],
  ["a drawing", "SVG", () => svg("<rect width='9' height='9'/>")],
  ["a drawing with a script", "SVG", () => svg("<script>alert(1)</script>")],
  ["a drawing that loads another file", "SVG", () => svg("<image href='file:///etc/passwd'/>")],
  ["a photo that is an archive as well", "TWO_FORMATS", () => withTail(zipEnd)],
  ["a photo that is a document as well", "TWO_FORMATS", () => withTail("%PDF-1.7")],
  [
    "a photo with a page behind it",
    "TWO_FORMATS",
    () => withTail("<html><script>alert(1)</script>"),
  ],
  [
    "a photo with a program of PHP behind it",
    "TWO_FORMATS",
    () => withTail("<?php system($_GET[0]);"),
  ],
  ["a photo of 900 million pixels", "TOO_MANY_PIXELS", () => claims(30_000, 30_000)],
  ["a photo of 41 megapixels", "TOO_MANY_PIXELS", () => claims(8_200, 5_000)],
  [
    "a photo that is cut off",
    "BROKEN",
    async () => (await plain().png().toBuffer()).subarray(0, 60),
  ],
  ["a photo whose pixels are missing", "BROKEN", () => claims(2_000, 2_000)],
  [
    "only the first bytes of a photo",
    "BROKEN",
    async () => Buffer.concat([(await aPhoto()).subarray(0, 20), Buffer.alloc(50)]),
  ],
  ["eleven megabytes", "TOO_LARGE", () => Buffer.alloc(11_000_000, 0xff)],
];

const harmless: [name: string, file: Made][] = [
  ["a JPEG with the place it was taken", aPhoto],
  ["a PNG", async () => plain().png().toBuffer()],
  ["a PNG one can see through", async () => plain().ensureAlpha(0.2).png().toBuffer()],
  ["a WebP", async () => plain().webp().toBuffer()],
  ["an AVIF", async () => plain().avif().toBuffer()],
  [
    "a JPEG that lies on its side",
    async () => plain().jpeg().withMetadata({ orientation: 6 }).toBuffer(),
  ],
  [
    "a JPEG with words in its comment",
    async () => {
      const photo = await aPhoto();
      const note = text("javascript:alert(1)");
      const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, note.length + 2]), note]);
      return Buffer.concat([photo.subarray(0, 2), comment, photo.subarray(2)]);
    },
  ],
];

describe("a file sent as a photo", () => {
  test.each(refused)(
    "%s is refused as %s, in a sentence one can act on",
    async (_, problem, make) => {
      const said = await sendPhoto(buyer, orderId, await make());
      expect(said).toMatchObject({ status: 422, problem });
      expect(said.message).toMatch(/Please|please/);
    },
  );

  test.each(harmless)("%s is taken, as a plain JPEG with nothing else in it", async (_, make) => {
    const said = await sendPhoto(buyer, orderId, await make());
    expect(said.status).toBe(201);
    const answer = await fetch(`${buyer.base}/photos/${said.id}`, { headers: buyer.headers });
    expect(answer.headers.get("content-type")).toBe("image/jpeg");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("content-security-policy")).toContain("sandbox");
    const kept = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
    expect(kept).toMatchObject({ format: "jpeg" });
    expect([kept.exif, kept.xmp, kept.iptc, kept.icc, kept.orientation]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test("is never served by a name or path of the sender's", async () => {
    for (const path of ["../../etc/passwd", "..%2f..%2fetc%2fpasswd", "pho_../x", "%00"]) {
      const answer = await fetch(`${buyer.base}/photos/${path}`, { headers: buyer.headers });
      expect(answer.status).toBeGreaterThanOrEqual(400);
    }
  });

  test("is not taken for an order of somebody else, nor from a stranger", async () => {
    const photo = await aPhoto();
    const bea = await app.client("buyer", await app.world.person("Bea", "bea@buyers.example"));
    expect((await sendPhoto(bea, orderId, photo)).status).toBe(404);
    expect((await sendPhoto(app.anonymous("buyer"), orderId, photo)).status).toBe(404);
  });
});

test("forty photos of an order are kept, however many are sent at once", async () => {
  const bo = await app.world.person("Bo", "bo@buyers.example");
  const shop = await app.world.shop({
    name: "Many",
    policy: "asksSeller",
    owner: { name: "M", email: "m@shops.example" },
  });
  const [order] = await app.world.purchase({
    buyerId: bo,
    orders: [{ shop, lines: [{ title: "Lamp", quantity: 1, unitPriceMinor: 1_000 }] }],
  });
  const client = await app.client("buyer", bo);
  const photo = await plain().jpeg().toBuffer();
  const sent = await Promise.all(
    Array.from({ length: 52 }, () => sendPhoto(client, order?.id ?? "", photo)),
  );
  expect(sent.filter(({ status }) => status === 201)).toHaveLength(40);
  expect(sent.filter(({ status }) => status === 409)).toHaveLength(12);
});
