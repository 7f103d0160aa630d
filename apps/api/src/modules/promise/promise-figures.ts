import { kindLabel, methodLabel } from "@makegood/domain/promise/figure-words";
import type { PromiseKind } from "@makegood/domain/promise/service-promise";
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
      AND ($3::text[] IS NULL OR shop_id = ANY($3)) AND ($4::text IS NULL OR kind = $4)) p
  GROUP BY GROUPING SETS ((), (p.kind), (p.method), (p.provider), (p.shop_id), (p.week))
  ORDER BY p.week, decided DESC`;

const openSql = `
  SELECT count(*) FILTER (WHERE state = 'OPEN')::int AS open,
    count(*) FILTER (WHERE state = 'AT_RISK')::int AS "atRisk",
    count(*) FILTER (WHERE state = 'BROKEN')::int AS broken
  FROM service_promises WHERE state IN ('OPEN', 'AT_RISK', 'BROKEN')
    AND ($1::text[] IS NULL OR shop_id = ANY($1)) AND ($2::text IS NULL OR kind = $2)`;

export const promiseFigures: NonNullable<QueryResolvers["promiseFigures"]> = async (
  _,
  { from, to, shopId, kind },
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
  const rows: Row[] = await database.query(sharesSql, [from, to, shops, kind ?? null]);
  const [waiting] = await database.query(openSql, [shops, kind ?? null]);
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
