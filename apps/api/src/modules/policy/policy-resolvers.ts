import { policyText } from "@makegood/domain/policy/policy-text";
import type { Resolvers } from "#generated/resolvers.generated.js";
import { localeOf } from "#platform/graphql/locale.js";

/** Policies are public: anybody may read them before they buy. */
export const policyResolvers: Resolvers = {
  PolicyVersion: {
    text: ({ rules }, _, context) =>
      policyText(rules, localeOf(context)).map(({ heading, sentences }) => ({
        heading,
        sentences: [...sentences],
      })),
    cancellationReasons: ({ rules }) => [...rules.cancellation.reasons],
    cancellationReasonRequired: ({ rules }) => rules.cancellation.reasonRequired,
  },
  CancellationReason: {
    label: ({ label }, _, context) => label[localeOf(context)],
  },
};
