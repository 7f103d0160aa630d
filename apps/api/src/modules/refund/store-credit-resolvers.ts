import { assert } from "@makegood/domain/assert";
import { storeCreditLabel } from "@makegood/domain/repayment/payout-words";
import type {
  QueryResolvers,
  StoreCreditEntryResolvers,
  StoreCreditResolvers,
} from "#generated/resolvers.generated.js";
import { keysetPage } from "#platform/graphql/connection.js";
import { localeOf } from "#platform/graphql/locale.js";
import { toMoney } from "#platform/graphql/money.js";
import { refundById } from "./exports/refund-loaders.js";
import { StoreCreditEntryEntity } from "./exports/store-credit-entry.entity.js";

const Query: Pick<QueryResolvers, "storeCredit"> = {
  storeCredit: (_, __, { caller }) =>
    caller.kind === "BUYER" ? { buyerId: caller.personId } : null,
};

const StoreCredit: StoreCreditResolvers = {
  balances: async ({ buyerId }, _, { platform }) => {
    const rows: { currency: string; balance: string }[] = await platform.database.query(
      `SELECT currency, SUM(amount_minor) AS balance FROM store_credit_entries
       WHERE buyer_id = $1 GROUP BY currency ORDER BY currency`,
      [buyerId],
    );
    return rows.map(({ currency, balance }) => toMoney(Number(balance), currency));
  },
  entries: ({ buyerId }, { first, after }, { platform }) =>
    keysetPage(
      platform.database
        .getRepository(StoreCreditEntryEntity)
        .createQueryBuilder("s")
        .where("s.buyerId = :buyerId", { buyerId }),
      { column: "createdAt", direction: "DESC" },
      { first: first ?? null, after: after ?? null },
    ),
};

const StoreCreditEntry: StoreCreditEntryResolvers = {
  amount: ({ amountMinor, currency }) => toMoney(amountMinor, currency),
  label: ({ kind }, _, context) => storeCreditLabel(kind, localeOf(context)),
  refund: async ({ refundId }, _, context) => {
    const refund = await context.loader(refundById).load(refundId);
    assert(refund !== null, "credit comes from a refund");
    return refund;
  },
};

export const storeCreditResolvers = { Query, StoreCredit, StoreCreditEntry };
