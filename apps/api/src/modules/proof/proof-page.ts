import type { ProofWords } from "@makegood/domain/proof/proof-words";
import type { Locale, Zone } from "@makegood/domain/text/locale";
import type { CheckedProof } from "./exports/check-proof.js";
import { proofFacts, shownLedger } from "./shown-proof.js";

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);

/** What somebody who holds a proof's code is shown: whether it is genuine, and what it says. */
export function proofPage(
  { outcome, proof, statusNow }: CheckedProof,
  words: ProofWords,
  locale: Locale,
  zone: Zone,
): string {
  const good = outcome === "GENUINE" || outcome === "OUTDATED";
  const now = proof && statusNow && outcome === "OUTDATED" ? ` (${words.statuses[statusNow]})` : "";
  const facts = proof
    ? proofFacts(proof, words, locale, zone)
        .map(([label, value]) => `<dt>${escaped(label)}</dt><dd>${escaped(value)}</dd>`)
        .join("")
    : "";
  const ledger = proof
    ? shownLedger(proof, locale)
        .map(
          ({ kind, place, hash }) => `<li>${escaped(kind)} · ${place}<br><code>${hash}</code></li>`,
        )
        .join("")
    : "";
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><link rel="icon" href="data:,"><meta name="robots" content="noindex"><title>${escaped(words.title)}</title><style>${style}</style></head><body><main><h1>${escaped(words.title)}</h1><p class="${good ? "good" : "bad"}" role="status">${escaped(words.outcomes[outcome])}${escaped(now)}</p>${proof ? `<p><code>${proof.code}</code></p><dl>${facts}</dl><h2>${escaped(words.ledger)}</h2><ul>${ledger}</ul>` : ""}</main></body></html>`;
}

const style = `:root{color-scheme:light dark}body{margin:0;font:16px/1.5 system-ui,sans-serif}main{max-width:42rem;margin:0 auto;padding:2rem 1.25rem}dl{display:grid;grid-template-columns:minmax(8rem,auto) 1fr;gap:.4rem 1rem}dd{margin:0}@media (max-width:30rem){dl{display:block}dd{margin:0 0 .6rem}}dt{opacity:.75}dd{overflow-wrap:anywhere}code{font-size:.85em;overflow-wrap:anywhere}.good,.bad{border-radius:10px;padding:.8rem 1rem;font-weight:600;border:2px solid}.good{border-color:#2a7a54}.bad{border-color:#c0392b}`;
