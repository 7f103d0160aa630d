import { Router } from "express";
import type { Platform } from "#platform/platform.js";
import { type SandboxSignIn, sandboxSignIns, unclaimed } from "../sandbox-sign-ins.js";

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);

/** What this is, where everything is, and (in a sandbox) whom to sign in as. */
export function sandboxRoutes(platform: Platform): Router {
  const router = Router();
  router.get("/", async (_request, response) => {
    response.type("html").send(page(await sandboxSignIns(platform), await unclaimed(platform)));
  });
  if (platform.config.sandbox) {
    router.get("/sandbox/sign-ins.json", async (_request, response) => {
      response.json(await sandboxSignIns(platform));
    });
  }
  return router;
}

const places = [
  ["/buyer/", "Buyer portal", "See orders, cancel, follow the refund, ask support."],
  ["/seller/", "Seller console", "Decide requests, ship orders, make API keys."],
  ["/support/", "Support desk", "Answer buyers, cancel and refund on their behalf."],
  ["/graphql", "GraphQL API", "One API for all of it, by session or by key."],
] as const;

function page(signIns: SandboxSignIn[], open: Omit<SandboxSignIn, "password">[]): string {
  const links = places
    .map(
      ([path, name, words]) =>
        `<li><a href="${path}"><strong>${name}</strong><span>${words}</span></a></li>`,
    )
    .join("");
  const mailbox =
    signIns.length === 0
      ? ""
      : `<p><a href="/sandbox/mailbox">Sandbox mailbox</a>: every e-mail Makegood wrote.</p>`;
  const rows = signIns
    .map(
      ({ app, name, email, password, note }) =>
        `<tr><td><a href="/${app}/">${app}</a></td><td>${escaped(name)}<br><small>${escaped(note)}</small></td><td><code>${escaped(email)}</code></td><td><code>${escaped(password)}</code></td></tr>`,
    )
    .join("");
  const claims = open
    .map(
      ({ app, name, email, note }) =>
        `<tr><td>${app}</td><td>${escaped(name)}<br><small>${escaped(note)}</small></td><td><code>${escaped(email)}</code></td><td><form method="post" action="/sandbox/claims"><input type="hidden" name="email" value="${escaped(email)}"><button>Make a one-time link</button></form></td></tr>`,
    )
    .join("");
  const claimTable = claims
    ? `<h2>Imported, not claimed yet</h2><div class="scroll"><table><thead><tr><th>App</th><th>Who</th><th>E-mail</th><th>Account</th></tr></thead><tbody>${claims}</tbody></table></div>`
    : "";
  const table =
    signIns.length === 0
      ? ""
      : `<h2>Sign in as</h2><div class="scroll"><table><thead><tr><th>App</th><th>Who</th><th>E-mail</th><th>Password</th></tr></thead><tbody>${rows}</tbody></table></div>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><link rel="icon" href="data:,"><title>Makegood</title><style>${style}</style></head><body><main><h1>Makegood</h1><p>The after-sales platform of a marketplace: cancel, return, refund, support, feedback.</p><ul>${links}</ul>${mailbox}${table}${claimTable}</main></body></html>`;
}

const style = `:root{color-scheme:light dark;--ink:#14231f;--soft:#51625d;--line:#d7e0dc;--card:#fff;--page:#f5f8f6;--accent:#0b6b50}
@media(prefers-color-scheme:dark){:root{--ink:#e8f0ed;--soft:#a3b5af;--line:#2b3a35;--card:#17211e;--page:#0f1715;--accent:#5fd3ac}}
*{box-sizing:border-box}body{margin:0;background:var(--page);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
main{max-width:56rem;margin:0 auto;padding:3rem 1.25rem}h1{font-size:2.25rem;letter-spacing:-.02em;margin:0}p{color:var(--soft);margin:.25rem 0 2rem;font-size:1.1rem}
h2{margin:2.5rem 0 .75rem;font-size:1.15rem}ul{list-style:none;padding:0;display:grid;gap:.75rem;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr))}
li a{display:block;height:100%;padding:1rem 1.1rem;border:1px solid var(--line);border-radius:12px;background:var(--card);color:inherit;text-decoration:none}
li a:hover,li a:focus-visible{border-color:var(--accent)}li span{display:block;color:var(--soft);font-size:.92rem}a{color:var(--accent)}
.scroll{overflow-x:auto;border:1px solid var(--line);border-radius:12px;background:var(--card)}table{border-collapse:collapse;width:100%;font-size:.92rem}th,td{text-align:left;padding:.6rem .9rem;border-bottom:1px solid var(--line);vertical-align:top}tr:last-child td{border-bottom:0}small{color:var(--soft)}`;
