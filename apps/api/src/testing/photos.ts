import sharp from "sharp";
import type { TestClient } from "./test-client.js";

/** A small photo as a phone makes it. */
export const aPhoto = (): Promise<Buffer> =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: "#b5533c" } })
    .jpeg()
    .withExif({ IFD0: { Artist: "Somebody" }, IFD3: { GPSLatitude: "23/1 33/1 0/1" } })
    .toBuffer();

/** Sends a file as a photo of an order; the status and what was said. */
export async function sendPhoto(client: TestClient, orderId: string, file: Buffer) {
  const response = await fetch(`${client.base}/photos?orderId=${orderId}`, {
    method: "POST",
    headers: { ...client.headers, "content-type": "application/octet-stream" },
    body: new Uint8Array(file),
  });
  const said = (await response.json()) as { id?: string; problem?: string; message?: string };
  return { status: response.status, ...said };
}
