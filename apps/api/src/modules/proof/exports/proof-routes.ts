import { isId } from "@makegood/domain/ids/ids";
import { proofWords } from "@makegood/domain/proof/proof-words";
import { Router } from "express";
import { visibleRefund } from "#modules/refund/exports/visible-refund.js";
import { localeOf } from "#platform/graphql/locale.js";
import { type ContextFor, linkedContext } from "#platform/http/linked-context.js";
import type { Platform } from "#platform/platform.js";
import { keyringOf } from "#platform/signing/keyring.js";
import { proofPage } from "../proof-page.js";
import { proofPdf } from "../proof-pdf.js";
import { checkProof } from "./check-proof.js";
import { issueProof, proofFile, proofOf } from "./issue-proof.js";

const privately = { "cache-control": "private, no-cache", "x-content-type-options": "nosniff" };

/**
 * GET /proofs/REFUND.json and .pdf for who sees the refund (?app= names the session), /proofs/CODE for
 * anybody who holds a proof, and the public key to check one without us.
 */
export function proofRoutes(platform: Platform, contextFor: ContextFor): Router {
  const router = Router();
  const { zone } = platform.config.marketplace;

  router.get("/.well-known/jwks.json", (_request, response) => {
    const keys = keyringOf(platform.config).verifiers.map(({ keyId: kid, publicJwk }) => ({
      ...publicJwk,
      kid,
      alg: "EdDSA",
      use: "sig",
    }));
    response.json({ keys });
  });

  router.get("/proofs/:id.:format", async (request, response) => {
    const { id, format } = request.params;
    const context = await linkedContext(contextFor, request, response);
    const refund = isId("refund", id) ? await visibleRefund(context, id) : null;
    if (!refund || !["json", "pdf"].includes(format)) {
      response.status(404).type("text").send("There is no such refund, or it isn't yours to see.");
      return;
    }
    const row = await issueProof(platform, id);
    const name = `refund-proof-${row.code}.${format}`;
    response.set({ ...privately, "content-disposition": `inline; filename="${name}"` });
    if (format === "json") response.type("json").send(proofFile(row));
    else response.type("pdf").send(await proofPdf(proofOf(row), localeOf(context), zone));
  });

  router.get("/proofs/:code", async (request, response) => {
    const context = await linkedContext(contextFor, request, response);
    const locale = localeOf(context);
    const checked = await checkProof(platform, request.params.code);
    response
      .status(checked.proof ? 200 : 404)
      .set(privately)
      .type("html")
      .send(proofPage(checked, proofWords(locale), locale, zone));
  });
  return router;
}
