import { termsSentences } from "@makegood/domain/ledger/terms-words";
import DataLoader from "dataloader";
import { IsNull } from "typeorm";
import type {
  MoneyTermsResolvers,
  MoneyTermsVersionResolvers,
  Resolvers,
} from "#generated/resolvers.generated.js";
import { personById } from "#modules/identity/exports/identity-loaders.js";
import { shopById } from "#modules/shop/exports/shop-loaders.js";
import { knownCaller } from "#platform/graphql/callers.js";
import type { LoaderFactory, RequestContext } from "#platform/graphql/context.js";
import { localeOf } from "#platform/graphql/locale.js";
import { toMoney } from "#platform/graphql/money.js";
import { refusalFields } from "#platform/graphql/refusal-resolvers.js";
import { MoneyTermsEntity } from "./exports/money-terms.entity.js";
import { marketplaceTerms, type TermsVersion, termsOfShop } from "./exports/terms-in-force.js";
import { visibleShopId } from "./exports/visible-shop.js";
import { publishMoneyTerms } from "./publish-terms-mutation.js";

const most = 50;

/** What holds now for a shop, or ("") for the marketplace; asked once for all versions of a list. */
const inForceNow: LoaderFactory<string, TermsVersion> = ({ platform }) => {
  const { manager } = platform.database;
  const at = platform.clock.now();
  return new DataLoader((holders) =>
    Promise.all(
      holders.map((holder) =>
        holder === "" ? marketplaceTerms(manager, at) : termsOfShop(manager, holder, at),
      ),
    ),
  );
};

function versionsOf({ platform }: RequestContext, shopId: string | null) {
  return platform.database.getRepository(MoneyTermsEntity).find({
    where: { shopId: shopId ?? IsNull() },
    order: { number: "DESC" },
    take: most,
  });
}

async function visibleVersions(context: RequestContext, shopId: string | null) {
  const isAgent = knownCaller(context).kind === "AGENT";
  if (shopId === null) return isAgent ? versionsOf(context, null) : [];
  const visible = visibleShopId(context, shopId);
  if (visible === "") return [];
  const own = await versionsOf(context, visible);
  const now = context.platform.clock.now();
  // Until the first of its own begins, the marketplace's hold for a shop, too.
  const begun = own.some(({ inForceFrom }) => inForceFrom <= now);
  return begun ? own : [...own, ...(await versionsOf(context, null))];
}

const MoneyTermsVersion: MoneyTermsVersionResolvers = {
  shop: ({ shopId }, _, context) =>
    shopId === null ? null : context.loader(shopById).load(shopId),
  publishedBy: ({ publishedById }, _, context) =>
    publishedById === null || context.caller.kind !== "AGENT"
      ? null
      : context.loader(personById).load(publishedById),
  from: ({ inForceFrom }) => inForceFrom,
  state: async ({ id, shopId, inForceFrom }, _, context) => {
    if (inForceFrom > context.platform.clock.now()) return "ANNOUNCED";
    const held = await context.loader(inForceNow).load(shopId ?? "");
    return held.id === id ? "IN_FORCE" : "PAST";
  },
  sentences: ({ rules }, _, context) => termsSentences(rules, localeOf(context)),
  terms: ({ rules }) => rules,
};

const MoneyTerms: MoneyTermsResolvers = {
  commissionBasisPoints: ({ commission }) => commission.basisPoints,
  commissionOf: ({ commission }) => commission.of,
  commissionOnRefund: ({ commission }) => commission.onRefund,
  feeBasisPoints: ({ providerFee }) => providerFee.basisPoints,
  feeFixed: ({ providerFee }) =>
    Object.entries(providerFee.fixedMinor).map(([currency, minor]) => toMoney(minor, currency)),
  feeBorneBy: ({ providerFee }) => providerFee.borneBy,
  feeOnRefund: ({ providerFee }) => providerFee.onRefund,
  payoutHoldDays: ({ payout }) => payout.holdDays,
  payoutEveryDays: ({ payout }) => payout.everyDays,
  payoutMinimumMinor: ({ payout }) => payout.minimumMinor,
};

export const termsResolvers: Resolvers = {
  Query: {
    moneyTerms: (_, { shopId }, context) => visibleVersions(context, shopId ?? null),
  },
  Mutation: { publishMoneyTerms },
  MoneyTermsVersion,
  MoneyTerms,
  TermsTooEarly: refusalFields,
  TermsChanged: refusalFields,
};
