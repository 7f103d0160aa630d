import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { TextDecoder } from "node:util";

/** A file that can't be read at all; said in one sentence. */
export class UnreadableFile extends Error {}

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** Bytes that Windows-1252 leaves undefined. */
const undefinedBytes = /[\x81\x8d\x8f\x90\x9d]/;
/** What a letter with an accent looks like in UTF-8, byte by byte. */
const accentInUtf8 = /[\xc2\xc3][\x80-\xbf]/;

/**
 * How a file's text is encoded: by its byte order mark; else UTF-8 where all of it is; else
 * Windows-1252, which Latin-1 is a part of. What could be either is refused, not guessed.
 */
export async function encodingOf(path: string): Promise<Encoding> {
  const name = basename(path);
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  let isUtf8 = true;
  let hasAccentInUtf8 = false;
  let first = true;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    if (first) {
      if (chunk[0] === 0xff && chunk[1] === 0xfe) return "utf-16le";
      if (chunk[0] === 0xfe && chunk[1] === 0xff) return "utf-16be";
      if (isHalfZeros(chunk)) {
        throw new UnreadableFile(
          `${name} looks like UTF-16 without a byte order mark. Save it as UTF-8.`,
        );
      }
      first = false;
    }
    isUtf8 &&= decodes(utf8, chunk);
    const bytes = chunk.toString("latin1");
    hasAccentInUtf8 ||= accentInUtf8.test(bytes);
    if (!isUtf8 && undefinedBytes.test(bytes)) {
      throw new UnreadableFile(`${name} is neither UTF-8 nor Windows-1252. Save it as UTF-8.`);
    }
  }
  if (isUtf8 && decodes(utf8, null)) return "utf-8";
  if (hasAccentInUtf8) {
    throw new UnreadableFile(
      `${name} mixes UTF-8 with another encoding, so its letters can't be told. Save it as UTF-8.`,
    );
  }
  return "windows-1252";
}

/** A file's text, chunk by chunk, without its byte order mark. */
export async function* textOf(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}

function decodes(decoder: TextDecoder, chunk: Buffer | null): boolean {
  try {
    if (chunk) decoder.decode(chunk, { stream: true });
    else decoder.decode();
    return true;
  } catch {
    return false;
  }
}

function isHalfZeros(chunk: Buffer): boolean {
  const start = chunk.subarray(0, 4_096);
  const zeros = start.reduce((sum, byte) => sum + (byte === 0 ? 1 : 0), 0);
  return start.length > 1 && zeros > start.length / 4;
}
