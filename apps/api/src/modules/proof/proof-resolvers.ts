import { proofWords } from "@makegood/domain/proof/proof-words";
import type { Resolvers } from "#generated/resolvers.generated.js";
import { visibleRefund } from "#modules/refund/exports/visible-refund.js";
import { localeOf } from "#platform/graphql/locale.js";
import { toMoney } from "#platform/graphql/money.js";
import { checkProof } from "./exports/check-proof.js";
import { issueProof, proofOf } from "./exports/issue-proof.js";
import { proofFacts, shownLedger } from "./shown-proof.js";

const mostCharacters = 100_000;

export const proofResolvers: Resolvers = {
  Query: {
    refundProof: async (_, { refundId }, context) => {
      if (!(await visibleRefund(context, refundId))) return null;
      const row = await issueProof(context.platform, refundId);
      const proof = proofOf(row);
      const locale = localeOf(context);
      const words = proofWords(locale);
      const app = context.app ? `?app=${context.app}` : "";
      return {
        code: row.code,
        issuedAt: row.issuedAt,
        status: proof.refund.status,
        jws: row.jws,
        jsonPath: `/proofs/${refundId}.json${app}`,
        pdfPath: `/proofs/${refundId}.pdf${app}`,
        checkUrl: `${proof.issuer}/proofs/${row.code}`,
        facts: proofFacts(proof, words, locale, context.platform.config.marketplace.zone).map(
          ([label, value]) => ({ label, value }),
        ),
        stillExpected: proof.stillExpected.map(({ step, by }) => ({
          label: words.expectedSteps[step],
          by: by ? new Date(by) : null,
        })),
        ledger: shownLedger(proof, locale).map(({ entries, postedAt, ...transaction }) => ({
          ...transaction,
          postedAt: new Date(postedAt),
          entries: entries.map((entry) => ({
            words: entry.words,
            hash: entry.hash,
            amount:
              entry.amountMinor === null ? null : toMoney(entry.amountMinor, proof.refund.currency),
          })),
        })),
      };
    },
    verifyRefundProof: async (_, { proof: held }, context) => {
      const locale = localeOf(context);
      const words = proofWords(locale);
      const { outcome, proof, statusNow } =
        held.length > mostCharacters
          ? ({ outcome: "UNREADABLE", proof: null, statusNow: null } as const)
          : await checkProof(context.platform, held);
      const facts = proof
        ? proofFacts(proof, words, locale, context.platform.config.marketplace.zone).map(
            ([label, value]) => ({ label, value }),
          )
        : [];
      return { outcome, message: words.outcomes[outcome], facts, statusNow };
    },
  },
};
