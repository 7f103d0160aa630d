/**
 * What draws PDFs and barcodes, loaded when somebody wants the first one: it is as much code as all the
 * rest, and every process that starts would wait for it.
 */
export async function drawingTools() {
  const [{ default: bwipjs }, { default: PdfDocument }] = await Promise.all([
    import("bwip-js/node"),
    import("pdfkit"),
  ]);
  return { bwipjs, PdfDocument };
}
