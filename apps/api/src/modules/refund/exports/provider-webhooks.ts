import express, { Router } from "express";
import type { Platform } from "#platform/platform.js";
import { followProviderEvent } from "../follow-provider-event.js";
import type { Providers } from "./providers.js";

/** Where providers tell us what became of refunds. Answered once it is recorded. */
export function providerWebhooks(platform: Platform, providers: Providers): Router {
  const router = Router();
  for (const provider of providers.values()) {
    router.post(
      `/webhooks/${provider.name}`,
      // Signatures are over the bytes as they came: nothing may parse them before.
      express.raw({ type: () => true, limit: "1mb" }),
      async (request, response) => {
        const headers = Object.fromEntries(
          Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
        );
        // There is none where nothing was sent.
        const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        const events = provider.readWebhook(body, headers);
        if (!events) {
          response.status(400).json({ error: "The signature does not fit." });
          return;
        }
        for (const event of events) await followProviderEvent(platform, providers, event);
        response.status(204).end();
      },
    );
  }
  return router;
}
