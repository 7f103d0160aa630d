import type { Check } from "./checks/check.js";
import type { Seen } from "./promises/faults-are-seen.js";
import type { Outcome } from "./promises/outcome.js";

/** For a terminal: what was promised, what was measured, and whether it holds. */
export function tableOf(outcomes: readonly Outcome[]): string {
  return outcomes
    .map(
      ({ number, promise, figure, kept, findings }) =>
        `${kept ? "kept  " : "BROKEN"}  ${number.padEnd(8)} ${promise}\n${" ".repeat(17)}${figure}${findings
          .map((finding) => `\n${" ".repeat(17)}! ${finding}`)
          .join("")}`,
    )
    .join("\n");
}

/** docs/faults.md: written by each full run. */
export function documentOf(outcomes: readonly Outcome[], seen: readonly Seen[]): string {
  return `# Promises, tried by breaking things

Written by \`npx -y pnpm@10.34.9 faults\`: two API processes, a PostgreSQL and a payment provider, each
a process of its own, driven through GraphQL over HTTP and WebSockets. Nothing is asked in a special
way; what is killed is killed by \`kill -9\`. The numbers are those of the project's design; _FIELD_
numbers are mistakes seen in other systems.

| | promise | figure | result |
| --- | --- | --- | --- |
${outcomes.map((each) => `| ${each.number} | ${each.promise} | ${cell(each.figure)} | ${each.kept ? "kept" : `**broken**: ${cell(each.findings.join(" "))}`} |`).join("\n")}

After each trial that moves money, these are looked at: every acknowledged refund exists; each key made
one; equal requests had equal answers; of every order exactly as many refunds as fit; per order, payment
and charge no more than was captured; the ledger balances and every refund is posted once; every part was
paid once; the provider's own books say the same; timelines have no gap; the buyer was told; and ten
attacks by plain SQL are refused.

## Seeded faults

Would these trials notice if the product were wrong? Each fault is a change of the built code, made by
Node's loader while a process of the harness starts (\`packages/faults/src/seeded\`): neither source nor
build knows of it. What found it:

| fault | found by |
| --- | --- |
${seen.map(({ fault, by }) => `| ${fault.does} | ${by.length === 0 ? "**nothing**" : cell(foundBy(by))} |`).join("\n")}
`;
}

/** What looks at many things, each subscriber for one, is named once. */
function foundBy(checks: readonly Check[]): string {
  const sums = new Map<string, number>();
  for (const { name, broken } of checks) sums.set(name, (sums.get(name) ?? 0) + broken);
  return [...sums].map(([name, broken]) => `${name} (${broken})`).join(", ");
}

const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll("\n", " ");
