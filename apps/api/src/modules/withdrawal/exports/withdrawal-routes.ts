import { isId } from "@makegood/domain/ids/ids";
import { type Request, type Response, Router } from "express";
import { visibleOrderById } from "#modules/order/exports/order-loaders.js";
import type { RequestContext } from "#platform/graphql/context.js";
import { appNames } from "#platform/identity/caller.js";
import { withdrawalById } from "./withdrawal-loaders.js";

type ContextFor = (request: Request, response: Response) => Promise<RequestContext>;

/** GET /withdrawals/ID.txt: an acknowledgement to keep. ?app= names the session. */
export function withdrawalRoutes(contextFor: ContextFor): Router {
  const router = Router();
  router.get("/withdrawals/:id.txt", async (request, response) => {
    const app = appNames.find((name) => name === request.query.app);
    if (app) request.headers["x-makegood-app"] = app;
    const context = await contextFor(request, response);
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
