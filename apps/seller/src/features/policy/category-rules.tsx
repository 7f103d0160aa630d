import { useWords } from "@makegood/ui/locale.tsx";
import {
  Button,
  Card,
  CloseButton,
  Group,
  NativeSelect,
  NumberInput,
  Stack,
  TextInput,
  Title,
} from "@mantine/core";
import "@mantine/core/styles/NumberInput.css";
import { policyWords } from "./policy-words.ts";
import type { Rules } from "./use-draft-rules.ts";

type Category = Rules["returns"]["categories"][number];

/** What holds for one kind of goods only: other days, or no return without a fault. */
export function CategoryRules({
  categories,
  onChange,
}: {
  categories: Category[];
  onChange: (categories: Category[]) => void;
}) {
  const words = useWords(policyWords);
  const set = (index: number, change: Partial<Category>) =>
    onChange(categories.map((rule, at) => (at === index ? { ...rule, ...change } : rule)));
  const exemptions = [
    { value: "", label: words.noExemption },
    ...Object.entries(words.exemptions).map(([value, label]) => ({ value, label })),
  ];
  return (
    <Card>
      <Stack gap="sm">
        <Title order={2}>{words.categories}</Title>
        {categories.map((rule, index) => (
          <Group key={index} align="flex-end" gap="xs">
            <TextInput
              label={words.category}
              flex="2 1 10rem"
              maxLength={100}
              value={rule.category}
              onChange={(event) => set(index, { category: event.currentTarget.value })}
            />
            <NumberInput
              label={words.categoryDays}
              placeholder={words.categoryDaysEmpty}
              hideControls
              flex="1 1 5rem"
              min={0}
              allowDecimal={false}
              value={rule.windowDays ?? ""}
              onChange={(typed) =>
                set(index, { windowDays: typed === "" ? null : Math.round(Number(typed)) })
              }
            />
            <NativeSelect
              label={words.exemption}
              flex="2 1 11rem"
              data={exemptions}
              value={rule.exemption ?? ""}
              onChange={(event) =>
                set(index, {
                  exemption: (event.currentTarget.value || null) as Category["exemption"],
                })
              }
            />
            <CloseButton
              aria-label={`${words.removeCategory} ${rule.category}`}
              onClick={() => onChange(categories.filter((_, at) => at !== index))}
            />
          </Group>
        ))}
        <Group>
          <Button
            variant="default"
            onClick={() =>
              onChange([...categories, { category: "", windowDays: null, exemption: null }])
            }
          >
            {words.addCategory}
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}
