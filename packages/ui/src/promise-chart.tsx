import { BarChart } from "@mantine/charts";
import "@mantine/charts/styles.css";
import { useLocale } from "./locale.tsx";

/** Kept and not kept, week by week. In a file of its own, so that only who looks at it loads it. */
export function PromiseChart({
  weeks,
  words,
}: {
  weeks: { from: string; decided: number; kept: number }[];
  words: { kept: string; late: string };
}) {
  const { locale } = useLocale();
  const day = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone: "UTC" });
  return (
    <BarChart
      h={240}
      type="stacked"
      withLegend
      dataKey="week"
      data={weeks.map(({ from, decided, kept }) => ({
        week: day.format(new Date(from)),
        [words.kept]: kept,
        [words.late]: decided - kept,
      }))}
      series={[
        { name: words.kept, color: "pine.6" },
        { name: words.late, color: "orange.6" },
      ]}
      yAxisProps={{ allowDecimals: false }}
      barProps={{ isAnimationActive: false, maxBarSize: 48 }}
    />
  );
}
