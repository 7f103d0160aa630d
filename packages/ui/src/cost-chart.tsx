import { formatMoney } from "@makegood/domain/money/money";
import { BarChart } from "@mantine/charts";
import "@mantine/charts/styles.css";
import { useLocale } from "./locale.tsx";

interface WeekOfCosts {
  weekStart: string;
  parts: readonly { label: string; amount: { amountMinor: number } }[];
}

const colors = ["pine.6", "orange.6", "blue.6", "grape.6", "teal.4", "yellow.6", "red.5"];

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
  const labels = [...new Set(weeks.flatMap(({ parts }) => parts.map(({ label }) => label)))].sort();
  return (
    <BarChart
      h={260}
      type="stacked"
      withLegend
      dataKey="week"
      data={weeks.map(({ weekStart, parts }) => ({
        week: day.format(new Date(weekStart)),
        ...Object.fromEntries(parts.map(({ label, amount }) => [label, amount.amountMinor])),
      }))}
      series={labels.map((name, index) => ({
        name,
        color: colors[index % colors.length] ?? "gray",
      }))}
      valueFormatter={(amountMinor) => formatMoney({ amountMinor, currency }, locale)}
      barChartProps={{ stackOffset: "sign" }}
      yAxisProps={{ width: 90 }}
      barProps={{ isAnimationActive: false, maxBarSize: 48 }}
    />
  );
}
