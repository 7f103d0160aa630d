import { Alert, createTheme, type MantineColorsTuple } from "@mantine/core";

/** Pine: calm and trustworthy; shade 7 has contrast 5.9:1 on white. */
const pine: MantineColorsTuple = [
  "#edf7f3",
  "#d8ece4",
  "#b0dac9",
  "#84c7ac",
  "#5fb694",
  "#47ab84",
  "#2f8f6a",
  "#0b6b50",
  "#085540",
  "#043d2d",
];
const dark: MantineColorsTuple = [
  "#e6eeeb",
  "#c4d1cc",
  "#9fb0aa",
  "#7a8d86",
  "#42534d",
  "#2e3d38",
  "#212e2a",
  "#17211e",
  "#0f1715",
  "#0a100e",
];

/** Mantine's red, darker where white or light text meets it. */
const red: MantineColorsTuple = [
  "#fff5f5",
  "#ffe3e3",
  "#ffc9c9",
  "#ffa8a8",
  "#ff8787",
  "#ff6b6b",
  "#e03131",
  "#c92a2a",
  "#a61e1e",
  "#861818",
];

export const theme = createTheme({
  primaryColor: "pine",
  primaryShade: 7,
  colors: { pine, dark, red },
  defaultRadius: "md",
  fontFamily: "Inter, ui-sans-serif, system-ui, -apple-system, 'Segoe UI', sans-serif",
  headings: {
    fontWeight: "650",
    sizes: { h1: { fontSize: "1.6rem" }, h2: { fontSize: "1.15rem" }, h3: { fontSize: "1rem" } },
  },
  cursorType: "pointer",
  components: {
    Card: { defaultProps: { withBorder: true, padding: "md" } },
    Button: { defaultProps: { size: "sm" } },
    Badge: { defaultProps: { tt: "none" } },
    // Its colour stands at its side, and never behind the words, where it would cost contrast.
    Alert: Alert.extend({
      styles: (_, { color }) => ({
        root: {
          background: "var(--mantine-color-body)",
          border: "1px solid var(--mantine-color-default-border)",
          borderInlineStart: `4px solid var(--mantine-color-${color ?? "gray"}-filled)`,
        },
        title: { color: "var(--mantine-color-text)" },
      }),
    }),
  },
});
