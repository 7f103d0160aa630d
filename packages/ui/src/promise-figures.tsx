import { Card, Group, Progress, SimpleGrid, Skeleton, Stack, Text, Title } from "@mantine/core";
import "@mantine/core/styles/Progress.css";
import { lazy, Suspense } from "react";
import { useLocale, useWords } from "./locale.tsx";
import { promiseWords } from "./promise-words.ts";
import { EmptyState } from "./states.tsx";

const PromiseChart = lazy(async () => ({
  default: (await import("./promise-chart.tsx")).PromiseChart,
}));

interface Share {
  key: string;
  label: string;
  decided: number;
  kept: number;
  share?: number | null;
}

export interface Figures {
  all: Share;
  byOwner: Share[];
  byKind: Share[];
  byMethod: Share[];
  byProvider: Share[];
  byShop: Share[];
  weekly: { from: string; decided: number; kept: number }[];
  open: number;
  atRisk: number;
  broken: number;
}

/** The share of promises kept: at a glance, week by week, and by what they have in common. */
export function PromiseFigures({ figures, shops }: { figures: Figures; shops: boolean }) {
  const words = useWords(promiseWords);
  const { locale } = useLocale();
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const { all, open, atRisk, broken } = figures;
  if (all.decided + open + atRisk + broken === 0) {
    return <EmptyState title={words.notYet}>{words.notYetHint}</EmptyState>;
  }
  const groups = [
    [words.by.owner, figures.byOwner],
    [words.by.kind, figures.byKind],
    [words.by.method, figures.byMethod],
    [words.by.provider, figures.byProvider],
    ...(shops ? [[words.by.shop, figures.byShop] as const] : []),
  ] as const;
  return (
    <Stack>
      <SimpleGrid cols={{ base: 2, sm: 4 }}>
        <Tile
          label={words.share}
          value={all.share == null ? "–" : percent.format(all.share)}
          hint={words.ofDecided(all.kept, all.decided)}
        />
        <Tile label={words.open} value={String(open)} />
        <Tile label={words.atRisk} value={String(atRisk)} />
        <Tile label={words.broken} value={String(broken)} />
      </SimpleGrid>
      {figures.weekly.length > 0 && (
        <Card>
          <Stack>
            <Title order={2}>{words.weekly}</Title>
            <Suspense fallback={<Skeleton height={240} radius="md" />}>
              <PromiseChart weeks={figures.weekly} words={words} />
            </Suspense>
          </Stack>
        </Card>
      )}
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {groups.map(([title, shares]) =>
          shares.length === 0 ? null : (
            <Card key={title}>
              <Stack gap="sm">
                <Title order={2}>{title}</Title>
                {shares.map(({ key, label, kept, decided, share }) => (
                  <Stack key={key} gap={4}>
                    <Group justify="space-between" wrap="nowrap">
                      <Text size="sm">{label}</Text>
                      <Text size="sm" c="dimmed" style={{ fontVariantNumeric: "tabular-nums" }}>
                        {words.ofDecided(kept, decided)} · {percent.format(share ?? 0)}
                      </Text>
                    </Group>
                    <Progress value={(share ?? 0) * 100} color="pine" aria-label={label} />
                  </Stack>
                ))}
              </Stack>
            </Card>
          ),
        )}
      </SimpleGrid>
      <Text size="xs" c="dimmed">
        {words.shareHint}
      </Text>
    </Stack>
  );
}

function Tile({ label, value, hint }: { label: string; value: string; hint?: string }) {
  return (
    <Card padding="sm">
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text fz={26} fw={700} style={{ fontVariantNumeric: "tabular-nums" }}>
        {value}
      </Text>
      {hint && (
        <Text size="xs" c="dimmed">
          {hint}
        </Text>
      )}
    </Card>
  );
}
