import { formatMoney, money } from "@makegood/domain/money/money";
import { proofWords } from "@makegood/domain/proof/proof-words";
import type { RefundProof } from "@makegood/domain/proof/refund-proof";
import { formatInstant, type Locale, utc, type Zone } from "@makegood/domain/text/locale";
import { drawingTools } from "#platform/drawing/drawing-tools.js";
import { proofFacts, shownLedger } from "./shown-proof.js";

const left = 56;
const labelWidth = 150;
const valueWidth = 330;

/** A proof as a page to print or to send; its QR code leads to where it is checked. */
export async function proofPdf(proof: RefundProof, locale: Locale, zone: Zone): Promise<Buffer> {
  const { bwipjs, PdfDocument } = await drawingTools();
  const words = proofWords(locale);
  const url = `${proof.issuer}/proofs/${proof.code}`;
  const qr = await bwipjs.toBuffer({ bcid: "qrcode", text: url, scale: 4 });
  const pdf = new PdfDocument({
    size: "A4",
    margin: left,
    info: { Title: `${words.title} ${proof.code}` },
  });
  const chunks: Buffer[] = [];
  pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
  const finished = new Promise((resolve) => pdf.on("end", resolve));

  pdf.image(qr, pdf.page.width - left - 90, left - 8, { fit: [90, 90] });
  pdf.font("Helvetica-Bold").fontSize(20).text(words.title, left, left, { width: 380 });
  pdf.font("Helvetica").fontSize(10).fillColor("#555");
  pdf.text(`${words.code} ${proof.code}`, { width: 380 });
  pdf.text(`${words.issued} ${formatInstant(new Date(proof.issuedAt), locale, utc)}`);
  pdf.text(words.howToCheck(url), { width: 370, link: url });
  pdf.y = left + 110;
  for (const [label, value] of proofFacts(proof, words, locale, zone)) {
    const { y } = pdf;
    pdf.fillColor("#555").fontSize(10).text(label, left, y, { width: labelWidth });
    const after = pdf.y;
    pdf
      .fillColor("#000")
      .fontSize(11)
      .text(value, left + labelWidth, y, { width: valueWidth });
    pdf.y = Math.max(after, pdf.y) + 5;
  }
  if (proof.basis) {
    pdf.moveDown(0.5).fontSize(10).fillColor("#000");
    pdf.text(words.basis(proof.basis.rule, proof.basis.policyNumber), left);
  }
  pdf.moveDown(1).font("Helvetica-Bold").fontSize(13).text(words.ledger, left);
  for (const { kind, place, hash, entries } of shownLedger(proof, locale)) {
    pdf
      .moveDown(0.5)
      .font("Helvetica-Bold")
      .fontSize(10)
      .fillColor("#000")
      .text(`${kind} · ${place}`);
    pdf.font("Courier").fontSize(7).fillColor("#555").text(hash);
    for (const entry of entries) {
      const amount =
        entry.amountMinor === null
          ? ""
          : ` ${formatMoney(money(entry.amountMinor, proof.refund.currency), locale)}`;
      pdf.font("Helvetica").fontSize(9).fillColor("#000").text(`${entry.words}${amount}`);
      pdf.font("Courier").fontSize(6.5).fillColor("#777").text(entry.hash);
    }
  }
  pdf.end();
  await finished;
  return Buffer.concat(chunks);
}
