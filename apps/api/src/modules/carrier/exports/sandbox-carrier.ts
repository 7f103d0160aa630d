import { createHash } from "node:crypto";
import { currencyExponent } from "@makegood/domain/money/currency";
import { drawingTools } from "#platform/drawing/drawing-tools.js";
import type { LabelOrder, PrintedLabel, ReturnCarrier } from "./return-carrier.js";

const s10Weights = [8, 6, 4, 2, 3, 5, 9, 7];

/** A number of the Universal Postal Union's S10 format, check digit and all, made of the reference. */
function trackingNumberFor(reference: string): string {
  const seed = createHash("sha256").update(reference).digest().readUInt32BE(0);
  const digits = String(seed % 100_000_000).padStart(8, "0");
  const sum = [...digits].reduce(
    (total, digit, at) => total + Number(digit) * (s10Weights[at] ?? 0),
    0,
  );
  const rest = 11 - (sum % 11);
  return `MG${digits}${rest === 10 ? 0 : rest === 11 ? 5 : rest}BR`;
}

/** Prints real labels, with barcode and QR code, of a carrier that exists in the sandbox only. */
export class SandboxCarrier implements ReturnCarrier {
  readonly name = "Makegood Post (sandbox)";

  /** About what a small parcel costs: 14.90 in a currency of two decimals. */
  labelPriceMinor(currency: string): number {
    return Math.round(14.9 * 10 ** currencyExponent(currency));
  }

  async printLabel(order: LabelOrder): Promise<PrintedLabel> {
    const trackingNumber = trackingNumberFor(order.reference);
    return {
      carrier: this.name,
      trackingNumber,
      pdf: await draw(this.name, trackingNumber, order),
    };
  }
}

async function draw(carrier: string, trackingNumber: string, order: LabelOrder): Promise<Buffer> {
  const { bwipjs, PdfDocument } = await drawingTools();
  const barcode = await bwipjs.toBuffer({
    bcid: "code128",
    text: trackingNumber,
    scale: 3,
    height: 18,
    includetext: true,
    textxalign: "center",
  });
  const qr = await bwipjs.toBuffer({ bcid: "qrcode", text: trackingNumber, scale: 4 });
  // 100 × 150 mm, what label printers take; it prints on A4 as well.
  const pdf = new PdfDocument({
    size: [283, 425],
    margin: 18,
    info: { Title: `Return label ${trackingNumber}` },
  });
  const chunks: Buffer[] = [];
  pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
  const finished = new Promise((resolve) => pdf.on("end", resolve));
  const { to, from, contents } = order;
  pdf.font("Helvetica-Bold").fontSize(13).text(carrier);
  pdf.moveDown(0.6).font("Helvetica").fontSize(8).fillColor("#555").text("TO");
  pdf.fillColor("#000").font("Helvetica-Bold").fontSize(12).text(to.name);
  pdf.font("Helvetica").fontSize(11).text(to.street);
  pdf.text(`${to.postalCode} ${to.city} (${to.country})`);
  pdf.moveDown(0.6).fontSize(8).fillColor("#555").text("FROM");
  pdf.fillColor("#000").fontSize(10).text(from.name);
  pdf.moveDown(0.4).fontSize(8).fillColor("#555").text(contents, { height: 22, ellipsis: true });
  pdf.image(barcode, 18, 215, { fit: [247, 90], align: "center" });
  pdf.image(qr, 102, 320, { fit: [80, 80] });
  pdf.end();
  await finished;
  return Buffer.concat(chunks);
}
