import type { Locale } from "@makegood/domain/text/locale";
import { SegmentedControl, Stack, Text, useMantineColorScheme } from "@mantine/core";
import { useLocale, useWords } from "./locale.tsx";
import { uiWords } from "./words.ts";

/** Language and appearance. */
export function Preferences({ onLocale }: { onLocale?: (locale: Locale) => void }) {
  const words = useWords(uiWords);
  const { locale, choose } = useLocale();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600} id="mg-language">
        {words.language}
      </Text>
      <SegmentedControl
        aria-labelledby="mg-language"
        value={locale}
        data={[
          { value: "en", label: "English" },
          { value: "pt-BR", label: "Português" },
        ]}
        onChange={(value) => {
          choose(value as Locale);
          onLocale?.(value as Locale);
        }}
      />
      <Text size="sm" fw={600} id="mg-appearance">
        {words.appearance}
      </Text>
      <SegmentedControl
        aria-labelledby="mg-appearance"
        value={colorScheme}
        data={[
          { value: "auto", label: words.system },
          { value: "light", label: words.light },
          { value: "dark", label: words.dark },
        ]}
        onChange={(value) => setColorScheme(value as "auto" | "light" | "dark")}
      />
    </Stack>
  );
}
