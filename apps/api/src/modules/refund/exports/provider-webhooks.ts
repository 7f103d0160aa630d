import express, { Router } from "express";
import type { Platform } from "#platform/platform.js";
import { recordOutcome } from "../record-outcome.js";
import type { RefundProvider } from "./refund-provider.js";

/** Where the provider tells us what became of refunds. Answered once it is recorded. */
export function providerWebhooks(platform: Platform, provider: RefundProvider): Router {
  const router = Router();
  router.post(
    "/webhooks/sandbox",
    express.text({ type: () => true, limit: "64kb" }),
    async (request, response) => {
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      );
      const said = provider.readWebhook(String(request.body), headers);
      if (!said) {
        response.status(400).json({ error: "The signature does not fit." });
        return;
      }
      await recordOutcome(platform, said);
      response.status(204).end();
    },
  );
  return router;
}
