import type { LedgerAccount, LedgerKind } from "@makegood/domain/ledger/account";
import { formatMoney, money } from "@makegood/domain/money/money";
import { type ProofWords, proofWords } from "@makegood/domain/proof/proof-words";
import type { RefundProof } from "@makegood/domain/proof/refund-proof";
import { formatDate, formatInstant, type Locale, type Zone } from "@makegood/domain/text/locale";

export interface ShownEntry {
  words: string;
  amountMinor: number | null;
  hash: string;
}

export interface ShownTransaction {
  kind: string;
  postedAt: string;
  hash: string;
  place: string;
  entries: ShownEntry[];
}

/** A proof's ledger for people: each entry with its account in words, the withheld ones by hash. */
export function shownLedger({ ledger }: RefundProof, locale: Locale): ShownTransaction[] {
  const words = proofWords(locale);
  return ledger.map(({ text, entries, contentHash, link }) => {
    const transaction = JSON.parse(text) as { kind: LedgerKind; posted_at: string };
    return {
      kind: words.postings[transaction.kind] ?? transaction.kind,
      postedAt: transaction.posted_at,
      hash: contentHash,
      place: `${link.chain}/${link.seq}`,
      entries: entries.map((entry) => {
        const said: { account: LedgerAccount; amount_minor: number } | null =
          entry.text === null ? null : JSON.parse(entry.text);
        return {
          words: said ? (words.accounts[said.account] ?? said.account) : words.withheld,
          amountMinor: said?.amount_minor ?? null,
          hash: entry.hash,
        };
      }),
    };
  });
}

/**
 * The facts of a proof, line by line, as page and PDF show them. It is read by anybody, so its times
 * are told in the marketplace's own zone, which is said.
 */
export function proofFacts(
  proof: RefundProof,
  words: ProofWords,
  locale: Locale,
  zone: Zone,
): [label: string, value: string][] {
  const { refund } = proof;
  const at = (date: string | null) =>
    date ? formatInstant(new Date(date), locale, zone) : words.notYet;
  const day = (date: string) => formatDate(new Date(date), locale, zone.id);
  const amount = (minor: number) => formatMoney(money(minor, refund.currency), locale);
  const line = (label: string, value: string): [string, string] => [label, value];
  const traced = (trace: { type: string; value: string } | null) =>
    trace ? [line(words.reference, `${trace.type} ${trace.value}`)] : [];
  const otherwise =
    refund.status === "SUCCEEDED" && proof.payouts.some(({ status }) => status === "SUCCEEDED");
  // What is paid otherwise does not go back to what it failed on.
  const goesBack = proof.allocations.filter(
    ({ status }) => proof.payouts.length === 0 || status === "SUCCEEDED",
  );
  return [
    [words.of, `${refund.orderNumber} · ${refund.shop}`],
    [words.amount, amount(refund.amountMinor)],
    [words.status, otherwise ? words.settledOtherwise : words.statuses[refund.status]],
    [words.decided, at(refund.createdAt)],
    [words.promised, day(refund.promisedBy)],
    [words.sent, at(refund.submittedAt)],
    [words.taken, at(refund.succeededAt)],
    ...goesBack.flatMap(({ instrument, amountMinor, trace }) => [
      line(words.goesBackTo, `${instrument}: ${amount(amountMinor)}`),
      ...traced(trace),
    ]),
    ...proof.payouts.flatMap(({ kind, amountMinor, bonusMinor, trace }) => [
      line(words.paidOtherwise[kind], amount(amountMinor + bonusMinor)),
      ...traced(trace),
    ]),
    ...proof.stillExpected.map(({ step, by }): [string, string] => [
      words.expected,
      `${words.expectedSteps[step]}${by ? `, ${words.by} ${day(by)}` : ""}`,
    ]),
  ];
}
