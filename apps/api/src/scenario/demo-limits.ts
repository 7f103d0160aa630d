import type { LimitRole } from "@makegood/domain/limit/limit-setting";
import { currencyExponent } from "@makegood/domain/money/currency";
import type { EntityManager } from "typeorm";
import { LimitSettingEntity } from "#modules/limit/exports/limit-setting.entity.js";

type Whole = readonly [role: LimitRole, perRefund: number, perDay: number, goodwill: number];

/** In whole reais, dollars, euros, pounds and dinars. */
const usual: readonly Whole[] = [
  ["AGENT", 500, 5_000, 500],
  ["LEAD", 5_000, 50_000, 5_000],
  ["ADMIN", 50_000, 250_000, 50_000],
  ["OWNER", 2_000, 10_000, 2_000],
  ["STAFF", 200, 1_000, 200],
  ["KEY", 200, 1_000, 200],
];

/** How many units of each currency are worth one of the usual. */
const worth: Readonly<Record<string, number>> = {
  ...{ BRL: 1, EUR: 1, GBP: 1, KWD: 1, USD: 1 },
  JPY: 100,
};

/** What an administrator of the demo's marketplace has set, currency by currency. */
export async function setDemoLimits(manager: EntityManager, setAt: Date): Promise<void> {
  const rows = Object.entries(worth).flatMap(([currency, each]) =>
    usual.map(([holder, ...whole]) => {
      const [perRefundMinor = 0, perDayMinor = 0, goodwillPerDayMinor = 0] = whole.map(
        (units) => units * each * 10 ** currencyExponent(currency),
      );
      const limit = { perRefundMinor, perDayMinor, goodwillPerDayMinor, approvalBusinessDays: 1 };
      return { holder, currency, ...limit, setAt, setById: "demo" };
    }),
  );
  await manager
    .createQueryBuilder()
    .insert()
    .into(LimitSettingEntity)
    .values(rows)
    .orIgnore()
    .execute();
}
