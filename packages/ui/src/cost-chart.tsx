import { type LedgerComponent, ledgerComponents } from "@makegood/domain/ledger/account";
import { formatMoney } from "@makegood/domain/money/money";
import { BarChart } from "@mantine/charts";
import "@mantine/charts/styles.css";
import { useLocale } from "./locale.tsx";

interface WeekOfCosts {
  weekStart: string;
  parts: readonly { component: LedgerComponent; label: string; amount: { amountMinor: number } }[];
}

/** Each component has its colour, in any language and whichever others there are. */
const colors: Record<LedgerComponent, string> = {
  ITEMS: "pine.6",
  SHIPPING: "blue.6",
  TAX: "grape.6",
  COMMISSION: "orange.6",
  PROVIDER_FEE: "yellow.6",
  GOODWILL: "teal.4",
  RETURN_LABEL: "red.5",
  CHARGEBACK: "red.8",
  PAYOUT: "gray.6",
};

/** What something cost, week by week and part by part. In a file of its own: who looks at it loads it. */
export function CostChart({
  weeks,
  currency,
}: {
  weeks: readonly WeekOfCosts[];
  currency: string;
}) {
  const { locale } = useLocale();
  const day = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone: "UTC" });
  const labels = new Map(
    weeks.flatMap(({ parts }) => parts.map(({ component, label }) => [component, label] as const)),
  );
  return (
    <BarChart
      h={260}
      type="stacked"
      withLegend
      dataKey="week"
      data={weeks.map(({ weekStart, parts }) => ({
        week: day.format(new Date(weekStart)),
        ...Object.fromEntries(
          parts.map(({ component, amount }) => [component, amount.amountMinor]),
        ),
      }))}
      series={ledgerComponents
        .filter((component) => labels.has(component))
        .map((component) => ({
          name: component,
          label: labels.get(component) ?? component,
          color: colors[component],
        }))}
      valueFormatter={(amountMinor) => formatMoney({ amountMinor, currency }, locale)}
      barChartProps={{ stackOffset: "sign" }}
      yAxisProps={{ width: 90 }}
      barProps={{ isAnimationActive: false, maxBarSize: 48 }}
    />
  );
}
