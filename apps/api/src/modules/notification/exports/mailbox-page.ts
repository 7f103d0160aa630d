import { formatInstant, utc } from "@makegood/domain/text/locale";
import { Router } from "express";
import type { Platform } from "#platform/platform.js";
import { EmailEntity } from "./email.entity.js";

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);
const linked = (text: string) =>
  escaped(text).replace(/https?:\/\/\S+/g, (address) => `<a href="${address}">${address}</a>`);

/** /sandbox/mailbox: every e-mail of the sandbox, the newest first. Not there outside of one. */
export function mailboxPage(platform: Platform): Router {
  const router = Router();
  if (!platform.config.sandbox) return router;
  router.get("/sandbox/mailbox", async (_request, response) => {
    const emails = await platform.database.getRepository(EmailEntity).find({
      order: { createdAt: "DESC", id: "DESC" },
      take: 200,
    });
    const items = emails
      .map(
        ({ toAddress, subject, body, createdAt }) =>
          `<details><summary><strong>${escaped(subject)}</strong><br><small>${escaped(toAddress)} · ${formatInstant(createdAt, "en", utc)}</small></summary><pre>${linked(body)}</pre></details>`,
      )
      .join("");
    response
      .type("html")
      .send(
        `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><link rel="icon" href="data:,"><title>Sandbox mailbox</title><style>${style}</style></head><body><main><h1>Sandbox mailbox</h1><p>What Makegood wrote to people. Nothing leaves a sandbox.</p>${items || "<p>No e-mail yet: cancel or return something.</p>"}</main></body></html>`,
      );
  });
  return router;
}

const style = `:root{color-scheme:light dark}body{margin:0;font:16px/1.5 system-ui,sans-serif}main{max-width:48rem;margin:0 auto;padding:2rem 1.25rem}details{border:1px solid color-mix(in srgb,currentColor 20%,transparent);border-radius:10px;padding:.7rem 1rem;margin:.6rem 0}summary{cursor:pointer}pre{white-space:pre-wrap;font:inherit;overflow-wrap:anywhere}small{opacity:.75}`;
