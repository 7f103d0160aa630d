import { isId } from "@makegood/domain/ids/ids";
import { Router } from "express";
import { ReturnLabelEntity } from "#modules/carrier/exports/label.entity.js";
import { type ContextFor, linkedContext } from "#platform/http/linked-context.js";
import type { Platform } from "#platform/platform.js";
import { visibleReturn } from "./visible-return.js";

/** GET /labels/RETURN.pdf: the label of a return, to whoever sees its order. ?app= names the session. */
export function labelRoutes(platform: Platform, contextFor: ContextFor): Router {
  const router = Router();
  router.get("/labels/:id.pdf", async (request, response) => {
    const context = await linkedContext(contextFor, request, response);
    const { id } = request.params;
    const visible = isId("return", id) ? await visibleReturn(context, id) : null;
    const label =
      visible &&
      (await platform.database
        .getRepository(ReturnLabelEntity)
        .createQueryBuilder("l")
        .addSelect("l.pdf")
        .where("l.returnId = :id", { id })
        .getOne());
    if (!label) {
      response.status(404).type("text").send("There is no such label, or it isn't yours to see.");
      return;
    }
    const name = `return-label-${label.trackingNumber}.pdf`;
    response
      .set({
        "content-type": "application/pdf",
        "content-disposition": `inline; filename="${name}"`,
        "x-content-type-options": "nosniff",
        "cache-control": "private, max-age=3600",
      })
      .send(label.pdf);
  });
  return router;
}
