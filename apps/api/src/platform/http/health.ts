import { Router } from "express";
import type { Platform } from "#platform/platform.js";

/** /healthz: the process lives. /readyz: the database answers, is migrated, and we are not draining. */
export function health(platform: Platform, isServing: () => boolean): Router {
  const router = Router();
  router.get("/healthz", (_request, response) => {
    response.json({ status: "alive" });
  });
  router.get("/readyz", async (_request, response) => {
    if (!isServing()) {
      response.status(503).json({ status: "draining" });
      return;
    }
    try {
      const pending = await platform.database.showMigrations();
      response
        .status(pending ? 503 : 200)
        .json({ status: pending ? "migrations are pending" : "ready" });
    } catch {
      response.status(503).json({ status: "the database does not answer" });
    }
  });
  return router;
}
