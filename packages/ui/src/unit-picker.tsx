import { Card, Group, NumberInput, Stack, Text, Title } from "@mantine/core";
import "@mantine/core/styles/NumberInput.css";

export interface PickableUnits {
  line: { id: string; title: string };
  quantity: number;
}

/** How many of each line: none to all that can be had. */
export function UnitPicker({
  title,
  units,
  counts,
  onChange,
}: {
  title: string;
  units: PickableUnits[];
  counts: Record<string, number>;
  onChange: (counts: Record<string, number>) => void;
}) {
  return (
    <Card>
      <Stack gap="sm">
        <Title order={2}>{title}</Title>
        {units.map(({ line, quantity }) => (
          <Group key={line.id} justify="space-between" wrap="nowrap">
            <Text size="sm" id={`unit-${line.id}`}>
              {line.title}
            </Text>
            <NumberInput
              aria-labelledby={`unit-${line.id}`}
              w={88}
              size="lg"
              style={{ flexShrink: 0 }}
              min={0}
              max={quantity}
              clampBehavior="strict"
              allowDecimal={false}
              value={counts[line.id] ?? 0}
              onChange={(value) => onChange({ ...counts, [line.id]: Number(value) || 0 })}
            />
          </Group>
        ))}
      </Stack>
    </Card>
  );
}

/** All there is, to begin with. */
export const allOf = (units: PickableUnits[]): Record<string, number> =>
  Object.fromEntries(units.map(({ line, quantity }) => [line.id, quantity]));

/** What was chosen before, as far as it can still be had. */
export const withinOf = (
  units: PickableUnits[],
  chosen: Record<string, number>,
): Record<string, number> =>
  Object.fromEntries(
    units.map(({ line, quantity }) => [line.id, Math.min(chosen[line.id] ?? 0, quantity)]),
  );

/** What was picked, as commands take it. */
export const pickedUnits = (counts: Record<string, number>) =>
  Object.entries(counts)
    .map(([lineId, quantity]) => ({ lineId, quantity }))
    .filter(({ quantity }) => quantity > 0);
