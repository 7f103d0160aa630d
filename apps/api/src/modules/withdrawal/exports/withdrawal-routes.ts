import { isId } from "@makegood/domain/ids/ids";
import { Router } from "express";
import { visibleOrderById } from "#modules/order/exports/order-loaders.js";
import { type ContextFor, linkedContext } from "#platform/http/linked-context.js";
import { withdrawalById } from "./withdrawal-loaders.js";

/** GET /withdrawals/ID.txt: an acknowledgement to keep. ?app= names the session. */
export function withdrawalRoutes(contextFor: ContextFor): Router {
  const router = Router();
  router.get("/withdrawals/:id.txt", async (request, response) => {
    const context = await linkedContext(contextFor, request, response);
    const { id } = request.params;
    const row = isId("withdrawal", id) ? await context.loader(withdrawalById).load(id) : null;
    const order = row && (await context.loader(visibleOrderById).load(row.orderId));
    if (!order) {
      response.status(404).type("text").send("There is no such withdrawal, or it isn't yours.");
      return;
    }
    response
      .set({
        "content-type": "text/plain; charset=utf-8",
        "content-disposition": `attachment; filename="withdrawal-${order.number}.txt"`,
      })
      .send(row.acknowledgement);
  });
  return router;
}
