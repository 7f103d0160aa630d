import { decodeHeic } from "./decode-heic.js";

/** What is wrong with a file, as a person who picked it can act on. */
export type PhotoProblem =
  | "EMPTY"
  | "TOO_LARGE"
  | "NOT_A_PHOTO"
  | "SVG"
  | "TOO_MANY_PIXELS"
  | "BROKEN"
  | "TWO_FORMATS";

export const photoLimits = { bytes: 10_000_000, pixels: 40_000_000, sidePx: 2_000 } as const;

export type CleanPhoto =
  | { ok: true; content: Buffer; widthPx: number; heightPx: number }
  | { ok: false; problem: PhotoProblem };

const heic = new Set(["image/heic", "image/heif"]);
const taken = new Set(["image/jpeg", "image/png", "image/webp", "image/avif", ...heic]);
const markup = /<(script|html|!doctype|\?php|iframe)/i;

/**
 * Decodes a photo by what it is, never by its name, and encodes it anew as JPEG: nothing that was
 * hidden in the file (metadata with places, scripts, a second format) survives that.
 */
export async function cleanPhoto(file: Buffer): Promise<CleanPhoto> {
  const refuse = (problem: PhotoProblem): CleanPhoto => ({ ok: false, problem });
  if (file.length === 0) return refuse("EMPTY");
  if (file.length > photoLimits.bytes) return refuse("TOO_LARGE");
  // Loaded with the first photo: a process should not wait for it to start.
  const [{ fileTypeFromBuffer }, { default: sharp }] = await Promise.all([
    import("file-type"),
    import("sharp"),
  ]);
  const type = await fileTypeFromBuffer(file);
  const head = file.subarray(0, 4_096).toString("latin1");
  if (!type || !taken.has(type.mime)) return refuse(/<svg/i.test(head) ? "SVG" : "NOT_A_PHOTO");
  if (isTwoFormats(file)) return refuse("TWO_FORMATS");
  try {
    const limits = {
      limitInputPixels: photoLimits.pixels,
      failOn: "error",
      animated: false,
    } as const;
    const image = heic.has(type.mime) ? await openHeic(file) : sharp(file, limits);
    const { data, info } = await image
      .rotate()
      .resize({
        width: photoLimits.sidePx,
        height: photoLimits.sidePx,
        fit: "inside",
        withoutEnlargement: true,
      })
      .flatten({ background: "#ffffff" })
      .jpeg({ quality: 82 })
      .toBuffer({ resolveWithObject: true });
    return { ok: true, content: data, widthPx: info.width, heightPx: info.height };
  } catch (error) {
    return refuse(/pixel limit/i.test(String(error)) ? "TOO_MANY_PIXELS" : "BROKEN");
  }
}

async function openHeic(file: Buffer) {
  const { default: sharp } = await import("sharp");
  const { widthPx, heightPx, rgba } = await decodeHeic(file, photoLimits.pixels);
  return sharp(rgba, { raw: { width: widthPx, height: heightPx, channels: 4 } });
}

/** Whether it would also be read as an archive, a document or a page: no camera makes such a file. */
function isTwoFormats(file: Buffer): boolean {
  const tail = file.subarray(Math.max(0, file.length - 65_557));
  const endsAsZip = tail.includes(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  const isPdf = file.subarray(0, 65_536).includes("%PDF-");
  return endsAsZip || isPdf || markup.test(file.toString("latin1"));
}
