import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's root, from packages/launcher/dist and src alike. */
export const root = resolve(fileURLToPath(new URL("../../..", import.meta.url)));
/** Everything a start leaves behind; MAKEGOOD_DATA puts it elsewhere. */
export const dataFolder = resolve(process.env.MAKEGOOD_DATA ?? join(root, ".data"));

export const inData = (...parts: string[]) => {
  mkdirSync(dataFolder, { recursive: true });
  return join(dataFolder, ...parts);
};

/** A socket of this data folder's own: whoever listens on it is the copy that runs. */
export const lockPath = join(
  tmpdir(),
  `makegood-${createHash("sha256").update(dataFolder).digest("hex").slice(0, 16)}.sock`,
);
