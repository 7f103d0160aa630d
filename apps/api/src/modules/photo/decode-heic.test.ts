import { readFileSync } from "node:fs";
import sharp from "sharp";
import { expect, test } from "vitest";
import { cleanPhoto } from "./clean-photo.js";

/** A photo of 320 × 240 as iPhones write it: red above left, grey-blue else; with a place in it. */
const photo = readFileSync(new URL("../../testing/phone-photo.heic", import.meta.url));

/** The same, claiming another size. */
function claiming(side: number): Buffer {
  const file = Buffer.from(photo);
  const at = file.indexOf("ispe");
  file.writeUInt32BE(side, at + 8);
  file.writeUInt32BE(side, at + 12);
  return file;
}

test("a HEIC photo is decoded, and leaves as a JPEG without its metadata", async () => {
  const cleaned = await cleanPhoto(photo);
  expect(cleaned).toMatchObject({ ok: true, widthPx: 320, heightPx: 240 });
  if (!cleaned.ok) return;
  const { format, exif } = await sharp(cleaned.content).metadata();
  expect(format).toBe("jpeg");
  expect(exif).toBeUndefined();
  const at = async (left: number, top: number) => [
    ...(await sharp(cleaned.content).extract({ left, top, width: 1, height: 1 }).raw().toBuffer()),
  ];
  const [red = 0, , blue = 255] = await at(40, 40);
  expect(red).toBeGreaterThan(blue + 80);
  const [other = 255] = await at(20, 220);
  expect(other).toBeLessThan(100);
});

test("one that is cut off is damaged, and one that claims too much is too large", async () => {
  expect(await cleanPhoto(photo.subarray(0, 700))).toEqual({ ok: false, problem: "BROKEN" });
  expect(await cleanPhoto(claiming(30_000))).toEqual({ ok: false, problem: "TOO_MANY_PIXELS" });
  expect(await cleanPhoto(photo)).toMatchObject({ ok: true });
});
