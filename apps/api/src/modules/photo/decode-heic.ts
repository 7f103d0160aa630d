import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";

export interface DecodedPhoto {
  widthPx: number;
  heightPx: number;
  /** Four bytes a pixel, turned as the camera was held. */
  rgba: Uint8Array;
}

/** A whole photo takes a second or two: what takes longer was made to. */
const mostMs = 20_000;

/** Asks how large it is before anything is decoded. Its memory goes with the thread. */
const program = `
const { parentPort, workerData } = require("node:worker_threads");
const decoder = require(workerData.decoder);
(async () => {
  const [first] = await decoder.all({ buffer: workerData.file });
  const { width: widthPx, height: heightPx } = first;
  if (widthPx * heightPx > workerData.mostPixels) throw new Error("exceeds the pixel limit");
  const { data } = await first.decode();
  parentPort.postMessage({ widthPx, heightPx, rgba: new Uint8Array(data.buffer) });
})();
`;

/** One after the other: each may take some hundred megabytes. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Decodes a photo of an iPhone (HEIC), whose format patents keep out of sharp's own build, by libheif
 * compiled to WebAssembly, in a thread that is ended when it takes too long.
 */
export function decodeHeic(file: Buffer, mostPixels: number): Promise<DecodedPhoto> {
  const next = last.then(() => decodeInThread(file, mostPixels));
  last = next.catch(() => undefined);
  return next;
}

function decodeInThread(file: Buffer, mostPixels: number): Promise<DecodedPhoto> {
  const decoder = createRequire(import.meta.url).resolve("heic-decode");
  const thread = new Worker(program, {
    eval: true,
    workerData: { decoder, file, mostPixels },
    resourceLimits: { maxOldGenerationSizeMb: 256 },
    // libheif says there what it dislikes of a file.
    stdout: true,
    stderr: true,
  });
  return new Promise<DecodedPhoto>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("took too long")), mostMs);
    thread.once("message", resolve);
    thread.once("error", reject);
    thread.once("exit", () => reject(new Error("ended without an answer")));
    thread.once("exit", () => clearTimeout(timer));
  }).finally(() => thread.terminate());
}
