import { kindLabel, methodLabel, ownerLabel } from "@makegood/domain/promise/figure-words";
import {
  type PromiseKind,
  type PromiseOwner,
  promiseKinds,
  promiseOwner,
  promiseOwners,
} from "@makegood/domain/promise/service-promise";
import type { PaymentMethod } from "@makegood/domain/refund/allocate-refund";
import { GraphQLError } from "graphql";
import type { QueryResolvers } from "#generated/resolvers.generated.js";
import type { RequestContext } from "#platform/graphql/context.js";
import { localeOf } from "#platform/graphql/locale.js";
import { callerShopIds } from "#platform/identity/caller.js";

interface Row {
  grouped: "all" | "kind" | "method" | "provider" | "shop" | "week";
  key: string | null;
  name: string | null;
  week: Date | null;
  decided: number;
  kept: number;
}

const mostDays = 731;
const mostShops = 20;

/** The shops whose promises the caller may count; null for all of them, undefined for nobody's. */
function shopsOf({ caller }: RequestContext, shopId: string | null): string[] | null | undefined {
  if (caller.kind === "AGENT") return shopId === null ? null : [shopId];
  if (caller.kind !== "SELLER" && caller.kind !== "INTEGRATION") return undefined;
  const own = callerShopIds(caller);
  if (shopId === null) return own;
  return own.includes(shopId) ? [shopId] : undefined;
}

/** All shares in one pass over the promises that were decided in this time. */
const sharesSql = `
  SELECT CASE
      WHEN grouping(p.kind) = 0 THEN 'kind' WHEN grouping(p.method) = 0 THEN 'method'
      WHEN grouping(p.provider) = 0 THEN 'provider' WHEN grouping(p.shop_id) = 0 THEN 'shop'
      WHEN grouping(p.week) = 0 THEN 'week' ELSE 'all' END AS grouped,
    COALESCE(p.kind, p.method, p.provider, p.shop_id) AS key,
    (SELECT s.name FROM shops s WHERE s.id = p.shop_id) AS name, p.week,
    count(*)::int AS decided, count(*) FILTER (WHERE p.state = 'KEPT')::int AS kept
  FROM (SELECT kind, method, provider, shop_id, state,
      date_trunc('week', decided_at AT TIME ZONE 'UTC') AT TIME ZONE 'UTC' AS week
    FROM service_promises WHERE decided_at >= $1 AND decided_at < $2
      AND ($3::text[] IS NULL OR shop_id = ANY($3)) AND kind = ANY($4)) p
  GROUP BY GROUPING SETS ((), (p.kind), (p.method), (p.provider), (p.shop_id), (p.week))
  ORDER BY p.week, decided DESC`;

const openSql = `
  SELECT count(*) FILTER (WHERE state = 'OPEN')::int AS open,
    count(*) FILTER (WHERE state = 'AT_RISK')::int AS "atRisk",
    count(*) FILTER (WHERE state = 'BROKEN')::int AS broken
  FROM service_promises WHERE state IN ('OPEN', 'AT_RISK', 'BROKEN')
    AND ($1::text[] IS NULL OR shop_id = ANY($1)) AND kind = ANY($2)`;

const kindsSql = `
  SELECT kind, count(*)::int AS decided, count(*) FILTER (WHERE state = 'KEPT')::int AS kept
  FROM service_promises WHERE decided_at >= $1 AND decided_at < $2
    AND ($3::text[] IS NULL OR shop_id = ANY($3)) GROUP BY kind`;

/** What is counted: of a kind, of an owner, or (for a shop, unless it asks otherwise) what it owed itself. */
function countedKinds(
  { caller }: RequestContext,
  kind: PromiseKind | null,
  owedBy: readonly PromiseOwner[] | null,
): PromiseKind[] {
  const own: readonly PromiseOwner[] = caller.kind === "AGENT" || kind ? promiseOwners : ["SELLER"];
  const owners = owedBy ?? own;
  return promiseKinds.filter(
    (each) => owners.includes(promiseOwner[each]) && (kind === null || each === kind),
  );
}

export const promiseFigures: NonNullable<QueryResolvers["promiseFigures"]> = async (
  _,
  { from, to, shopId, kind, owedBy },
  context,
) => {
  const days = (to.getTime() - from.getTime()) / 86_400_000;
  if (!(days > 0 && days <= mostDays)) {
    const words = "to must be after from, by at most two years.";
    throw new GraphQLError(words, { extensions: { code: "BAD_USER_INPUT" } });
  }
  const shops = shopsOf(context, shopId ?? null);
  if (shops === undefined) return null;
  const { database } = context.platform;
  const kinds = countedKinds(context, kind ?? null, owedBy ?? null);
  const rows: Row[] = await database.query(sharesSql, [from, to, shops, kinds]);
  const [waiting] = await database.query(openSql, [shops, kinds]);
  const byEach: { kind: PromiseKind; decided: number; kept: number }[] = await database.query(
    kindsSql,
    [from, to, shops],
  );
  const locale = localeOf(context);
  const labels: Partial<Record<Row["grouped"], (key: string) => string>> = {
    kind: (key) => kindLabel(key as PromiseKind, locale),
    method: (key) => methodLabel(key as PaymentMethod, locale),
  };
  const shareOf = ({ decided, kept }: { decided: number; kept: number }) =>
    decided === 0 ? null : kept / decided;
  const by = (grouped: Row["grouped"]) =>
    rows
      .filter((row) => row.grouped === grouped && row.key !== null)
      .map(({ key, name, decided, kept }) => {
        const label = name ?? labels[grouped]?.(key ?? "") ?? key ?? "";
        return { key: key ?? "", label, decided, kept, share: shareOf({ decided, kept }) };
      });
  const all = rows.find((row) => row.grouped === "all") ?? { decided: 0, kept: 0 };
  return {
    all: { key: "", label: "", decided: all.decided, kept: all.kept, share: shareOf(all) },
    byOwner: promiseOwners.flatMap((owner) => {
      const owed = byEach.filter((each) => promiseOwner[each.kind] === owner);
      const decided = owed.reduce((sum, each) => sum + each.decided, 0);
      const kept = owed.reduce((sum, each) => sum + each.kept, 0);
      const label = ownerLabel(owner, locale);
      return decided === 0
        ? []
        : [{ key: owner, label, decided, kept, share: shareOf({ decided, kept }) }];
    }),
    byKind: by("kind"),
    byMethod: by("method"),
    byProvider: by("provider"),
    byShop: by("shop").slice(0, mostShops),
    weekly: rows.flatMap(({ grouped, week, decided, kept }) =>
      grouped === "week" && week
        ? [{ from: week, decided, kept, share: shareOf({ decided, kept }) }]
        : [],
    ),
    ...waiting,
  };
};
